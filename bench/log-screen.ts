import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { quantile, type Row } from './figures.ts';
import { open, pause, type Session } from './session.ts';

const held = 20_000;
const warmup = 5;
/** Of fewer, the 99th percentile would be the slowest one. */
const rounds = 100;

/** Half a kilobyte a line, one in ten with Chinese: twenty thousand of them are ten megabytes. */
const lineOf = (number: number): string =>
	`2026-11-09 12:00:00  step ${number} ${number % 10 === 0 ? '检查点已写入 ✅ ' : ''}${'loss=1.25 grad=0.5 '.repeat(25)}`;

const job = {
	JobId: 'dlcbench',
	DisplayName: 'bench',
	Status: 'Running',
	GmtCreateTime: new Date(Date.now() - 3_600_000).toISOString(),
	Pods: [{ PodId: 'dlcbench-worker-0', PodUid: 'one', Type: 'worker', Status: 'Running' }],
};

/** A service with one job, whose log comes in one answer. It checks no signature. */
export const startJobService = async (item: typeof job, Logs: readonly string[]) => {
	const server = createServer((request, response) => {
		const path = (request.url ?? '').split('?')[0] ?? '';
		const body = path.endsWith('/logs')
			? { JobId: item.JobId, Logs, RequestId: 'r' }
			: path.endsWith('/jobs')
				? { Jobs: [item], TotalCount: 1, RequestId: 'r' }
				: { ...item, RequestId: 'r' };
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(body));
	});
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise<void>(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};

/** From a key to the last byte of what it led to, over many presses; what has to be typed before is not counted. */
export const delaysOf = async (session: Session, key: string, before: string): Promise<readonly number[]> => {
	const delays: number[] = [];
	for (let round = 0; round < warmup + rounds; round += 1) {
		if (before !== '') {
			session.write(before);
			await session.quiet(60);
		}
		const from = session.chunks.length;
		const sentAt = performance.now();
		session.write(key);
		await pause(10);
		await session.quiet(60);
		const last = session.chunks.length > from ? session.chunks.at(-1) : undefined;
		if (round >= warmup && last !== undefined) {
			delays.push(last.at - sentAt);
		}
	}
	return delays;
};

const kinds = [
	{ what: 'k', key: 'k', before: '' },
	{ what: 'G', key: 'G', before: 'g' },
	{ what: 'g', key: 'g', before: 'G' },
	{ what: 'search without a hit', key: '\r', before: 'g/nowhere' },
	{ what: 'first letter of a filter', key: 'z', before: '\rf\u0015' },
] as const;

const measure = async (product: string, count: number): Promise<readonly (readonly number[])[]> => {
	const service = await startJobService(
		job,
		Array.from({ length: count }, (_, index) => lineOf(index)),
	);
	const session = open({
		command: process.execPath,
		args: [product, '--endpoint', service.url, '--region', 'cn-bench', '--interval', '3600'],
		env: { ALIBABA_CLOUD_ACCESS_KEY_ID: 'bench', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'bench' },
	});
	await session.shows(/▸ /u);
	session.write('l');
	await session.shows(new RegExp(`of ${count}`, 'u'));
	session.write('s');
	await session.quiet(300);
	const found: (readonly number[])[] = [];
	for (const { key, before } of kinds) {
		found.push(await delaysOf(session, key, before));
	}
	await session.close('\u0003');
	await service.close();
	return found;
};

/** What a key takes in a log of 10 MB over the same key in one that fits a few screens: the floor of frame and terminal. */
export const measureLogScreen = async (product: string): Promise<readonly Row[]> => {
	const floor = await measure(product, 100);
	const large = await measure(product, held);
	return kinds.flatMap(({ what }, index) =>
		[0.5, 0.99].map(share => ({
			what: `${what} in a log of 10 MB over 50 kB, p${share * 100}`,
			value: quantile(large[index] ?? [], share) - quantile(floor[index] ?? [], share),
			unit: 'ms' as const,
			goal: 16,
		})),
	);
};
