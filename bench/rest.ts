import process from 'node:process';
import type { Row } from './figures.ts';
import { cpuMs, residentMb } from './process-figures.ts';
import { startService } from './service.ts';
import { bytesSince, open, pause } from './session.ts';

const idleSeconds = 20;

/** What dlctop costs while nothing happens: bytes, CPU, memory. */
export const measureRest = async (product: string, bareInk: string): Promise<readonly Row[]> => {
	const service = await startService(100);
	const bare = open({ command: process.execPath, args: [bareInk] });
	const session = open({
		command: process.execPath,
		args: [product, ...service.args, '--page-size', '100', '--interval', '3600'],
		env: service.env,
	});
	await bare.shows(/READY/);
	await session.shows(/▸ /u);
	await session.quiet(2000);
	const from = session.chunks.length;
	const before = cpuMs(session.pid);
	await pause(idleSeconds * 1000);
	const after = cpuMs(session.pid);
	const resident = residentMb(session.pid);
	const floor = residentMb(bare.pid);
	const bytes = bytesSince(session, from);
	await session.close('q');
	await bare.close('\u0003');
	await service.close();
	return [
		{ what: `idle for ${idleSeconds} s between polls`, value: bytes, unit: 'B', goal: 0 },
		...(before === undefined || after === undefined
			? []
			: [{ what: 'CPU while idle', value: (after - before) / idleSeconds / 10, unit: '%', goal: 0.3 }]),
		...(resident === undefined || floor === undefined
			? []
			: [
					{
						what: 'resident memory, 100 jobs',
						value: resident,
						unit: 'MB',
						against: { name: 'bare Ink', value: floor },
						goal: 1.4,
					},
				]),
	];
};
