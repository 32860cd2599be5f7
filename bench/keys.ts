import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { createEmulator, feed } from '../test/support/emulator.ts';
import { quantile, type Row } from './figures.ts';
import { cpuMs } from './process-figures.ts';
import { startService } from './service.ts';
import { linesOf, open, pause, type Session, size } from './session.ts';

const keysPerSecond = 30;
const keys = 150;
const warmup = 30;

/** The job that the last line names. */
const selectedJob = (lines: readonly string[]): string => /^dlc\S+/.exec(lines[size.rows - 2] ?? '')?.[0] ?? '';

/**
 * When each step of the selection was on the screen: the stamp of the chunk after which the last line named its job. An answer to
 * several keys counts for each of them.
 */
const arrivals = async (session: Session, from: number, order: readonly string[]): Promise<readonly number[]> => {
	const emulator = createEmulator(size.columns, size.rows);
	const seen: number[] = [];
	for (const [index, { at, text }] of session.chunks.entries()) {
		await feed(emulator, text);
		const place = index < from ? -1 : order.indexOf(selectedJob(linesOf(emulator)));
		while (seen.length < place) {
			seen.push(at);
		}
	}
	return seen;
};

type Typed = { readonly sent: readonly number[]; readonly cpu: number | undefined };

const typeKeys = async (session: Session, count: number): Promise<Typed> => {
	const sent: number[] = [];
	const before = cpuMs(session.pid);
	const startedAt = performance.now();
	for (let key = 0; key < count; key++) {
		await pause(Math.max(0, startedAt + (key * 1000) / keysPerSecond - performance.now()));
		sent.push(performance.now());
		session.write('j');
	}
	await session.quiet(300);
	const after = cpuMs(session.pid);
	return { sent, cpu: before === undefined || after === undefined ? undefined : (after - before) / count };
};

/** Time from a key to the end of its answer, and CPU for it, at thirty keys a second in a list of `count` jobs. */
export const measureKeys = async (product: string, count: number): Promise<readonly Row[]> => {
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
	await session.quiet(500);
	await typeKeys(session, warmup);
	const from = session.chunks.length;
	const order = service.ids.slice(service.ids.indexOf(selectedJob(linesOf(session.emulator))));
	const { sent, cpu } = await typeKeys(session, Math.min(keys, order.length - 1));
	const seen = await arrivals(session, from, order);
	await session.close('q');
	await service.close();
	const delays = seen.map((at, index) => at - (sent[index] ?? Number.NaN));
	return [
		{ what: `key to last byte, ${count} jobs, p50`, value: quantile(delays, 0.5), unit: 'ms' },
		{ what: `key to last byte, ${count} jobs, p99`, value: quantile(delays, 0.99), unit: 'ms', goal: 16 },
		...(cpu === undefined ? [] : [{ what: `CPU for one key, ${count} jobs`, value: cpu, unit: 'ms' }]),
	];
};
