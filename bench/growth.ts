import process from 'node:process';
import { median, type Row } from './figures.ts';
import { typed } from './peers.ts';
import { cpuMs } from './process-figures.ts';
import { type BenchService, startService } from './service.ts';
import { open, pause, type Session } from './session.ts';

const few = 100;
const many = 100_000;
const keys = 60;
const rounds = 4;
/** So long (ms) polls are watched, and none, once what a sweep left behind is cleared away, which the engine takes about as long for. */
const [settled, watched, idled] = [60_000, 120_000, 40_000];
/** A sweep of so many jobs: a thousand requests, of which the bucket gives 600 a minute. */
const sweepPatience = 300_000;

type Side = {
	readonly service: BenchService;
	readonly session: Session;
	readonly ms: number[];
	readonly cpu: number[];
};

const start = async (product: string, count: number): Promise<Side> => {
	const service = await startService(count);
	const bounds = ['--max-jobs', String(many), '--requests-per-minute', '600'];
	const session = open({
		command: process.execPath,
		args: [product, ...service.args, ...bounds, '--interval', '10'],
		env: service.env,
	});
	await session.shows(/▸ /u);
	session.write('e');
	await session.shows(new RegExp(`everything · ${count} jobs`, 'u'), sweepPatience);
	service.changeRows('statuses');
	return { service, session, ms: [], cpu: [] };
};

/** Down and up again: at the end of the shorter list a key would do nothing. */
const measureKeys = async ({ session, ms, cpu }: Side, counts: boolean): Promise<void> => {
	const before = cpuMs(session.pid) ?? Number.NaN;
	const answers = [...(await typed(session, 'j', keys)), ...(await typed(session, 'k', keys))];
	const after = cpuMs(session.pid) ?? Number.NaN;
	if (counts) {
		ms.push(...answers.map(answer => answer.ms).filter(value => !Number.isNaN(value)));
		cpu.push((after - before) / answers.length);
	}
};

/** CPU (ms) of a second, and the answers in all that time. */
const measureTime = async ({ session, service }: Side, ms: number): Promise<{ cpu: number; answers: number }> => {
	const [before, pages] = [cpuMs(session.pid) ?? Number.NaN, service.pages()];
	await pause(ms);
	return { cpu: ((cpuMs(session.pid) ?? Number.NaN) - before) / (ms / 1000), answers: service.pages() - pages };
};

type Polled = { readonly answer: number; readonly idle: number };

/**
 * CPU (ms) for one answer to a poll, the work on the screen included, and for a second without one. Where pages are mapped in software, a
 * process that only sleeps and wakes costs the more the more memory it has: that is no part of an answer.
 */
const measurePolls = async (side: Side): Promise<Polled> => {
	const polling = await measureTime(side, watched);
	// Also for the keys that follow: a poll that falls between them would count as theirs.
	side.session.write('P');
	await side.session.shows(/PAUSED/u);
	const idle = await measureTime(side, idled);
	return { answer: ((polling.cpu - idle.cpu) * (watched / 1000)) / polling.answers, idle: idle.cpu };
};

const row = (what: string, value: number, floor: number): Row => ({
	what: `${what}, ${many} jobs`,
	value,
	unit: 'ms',
	against: { name: `${few} jobs`, value: floor },
});

/** What a key and an answer cost with a hundred jobs and with a hundred thousand, in turn. */
export const measureGrowth = async (product: string): Promise<readonly Row[]> => {
	const small = await start(product, few);
	const large = await start(product, many);
	await pause(settled);
	const [smallPolls, largePolls] = await Promise.all([measurePolls(small), measurePolls(large)]);
	for (let round = 0; round <= rounds; round++) {
		await measureKeys(small, round > 0);
		await measureKeys(large, round > 0);
	}
	for (const { session, service } of [small, large]) {
		await session.close('q');
		await service.close();
	}
	return [
		row('key to last byte, p50', median(large.ms), median(small.ms)),
		row('CPU for one key', median(large.cpu), median(small.cpu)),
		row('CPU for one answer to a poll', largePolls.answer, smallPolls.answer),
		row('CPU of a second without a poll', largePolls.idle, smallPolls.idle),
	];
};
