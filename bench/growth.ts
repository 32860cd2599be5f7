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
/** So long (ms) polls are watched, once what a sweep left behind is cleared away, which the engine takes about as long for. */
const [settled, watched] = [60_000, 120_000];
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

/** CPU (ms) for one answer to a poll, the work on the screen included. */
const measurePolls = async (side: Side): Promise<number> => {
	const [cpu, pages] = [cpuMs(side.session.pid) ?? Number.NaN, side.service.pages()];
	await pause(watched);
	return ((cpuMs(side.session.pid) ?? Number.NaN) - cpu) / (side.service.pages() - pages);
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
	// A poll that falls between the keys would count as theirs.
	for (const { session } of [small, large]) {
		session.write('P');
		await session.shows(/PAUSED/u);
	}
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
		row('CPU for one answer to a poll', largePolls, smallPolls),
	];
};
