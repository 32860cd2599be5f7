import process from 'node:process';
import type { Row } from './figures.ts';
import { cpuMs, residentMb } from './process-figures.ts';
import { startService } from './service.ts';
import { bytesSince, open, pause } from './session.ts';

const idleSeconds = 60;
const many = 5000;

/** A program that holds so many jobs, at rest. */
const resting = async (product: string, count: number) => {
	const service = await startService(count);
	const session = open({
		command: process.execPath,
		args: [product, ...service.args, '--page-size', '100', '--interval', '3600'],
		env: service.env,
	});
	await session.shows(/▸ /u);
	if (count > 100) {
		session.write('e');
		await session.shows(new RegExp(`everything · ${count} jobs`, 'u'));
	}
	await session.quiet(2000);
	const end = async (): Promise<void> => {
		await session.close('q');
		await service.close();
	};
	return { session, end };
};

const memoryRow = (
	count: number,
	value: number | undefined,
	floor: number | undefined,
	goal: number,
): readonly Row[] =>
	value === undefined || floor === undefined
		? []
		: [
				{
					what: `resident memory, ${count} jobs`,
					value,
					unit: 'MB',
					against: { name: 'bare Ink', value: floor },
					goal,
				},
			];

/** What dlctop costs while nothing happens: bytes, CPU, memory. */
export const measureRest = async (product: string, bareInk: string): Promise<readonly Row[]> => {
	const bare = open({ command: process.execPath, args: [bareInk] });
	await bare.shows(/READY/);
	const few = await resting(product, 100);
	const full = await resting(product, many);
	const { pid } = few.session;
	const from = few.session.chunks.length;
	const before = cpuMs(pid);
	await pause(idleSeconds * 1000);
	const after = cpuMs(pid);
	const bytes = bytesSince(few.session, from);
	const floor = residentMb(bare.pid);
	const rows: readonly Row[] = [
		{ what: `idle for ${idleSeconds} s between polls`, value: bytes, unit: 'B', goal: 0 },
		...(before === undefined || after === undefined
			? []
			: [{ what: 'CPU while idle', value: (after - before) / idleSeconds / 10, unit: '%', goal: 0.3 }]),
		...memoryRow(100, residentMb(pid), floor, 1.4),
		...memoryRow(many, residentMb(full.session.pid), floor, 2),
	];
	await few.end();
	await full.end();
	await bare.close('\u0003');
	return rows;
};
