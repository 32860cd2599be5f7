import process from 'node:process';
import { median, type Row } from './figures.ts';
import { tviewTable, typed } from './peers.ts';
import { cpuMs } from './process-figures.ts';
import { startService } from './service.ts';
import { open, type Session } from './session.ts';

const jobs = 5000;
const keys = 60;
const rounds = 4;

type Side = { readonly session: Session; readonly ms: number[]; readonly cpu: number[] };

const side = (session: Session): Side => ({ session, ms: [], cpu: [] });

/** One round of keys; the first one of each side only warms it. */
const measureRound = async ({ session, ms, cpu }: Side, counts: boolean): Promise<void> => {
	const before = cpuMs(session.pid);
	const answers = await typed(session, 'j', keys);
	const after = cpuMs(session.pid);
	if (counts) {
		ms.push(...answers.map(answer => answer.ms).filter(value => !Number.isNaN(value)));
		cpu.push(...(before === undefined || after === undefined ? [] : [(after - before) / keys]));
	}
};

const rowsOf = (ours: Side, theirs: Side | undefined): readonly Row[] => {
	const row = (what: string, goal: number, figures: (side: Side) => readonly number[]): Row => {
		const value = median(figures(ours));
		return theirs === undefined
			? { what, value, unit: 'ms', missing: 'no Go compiler or no tview here' }
			: { what, value, unit: 'ms', goal, against: { name: 'tview', value: median(figures(theirs)) } };
	};
	return [
		row(`key to last byte, ${jobs} jobs, p50`, 0.8, ({ ms }) => ms),
		row(`CPU for one key, ${jobs} jobs`, 0.7, ({ cpu }) => cpu),
	];
};

/** Keys in dlctop and in a tview table of as many jobs, thirty a second, in turn. */
export const measureBeside = async (product: string, sources: string): Promise<readonly Row[]> => {
	const service = await startService(jobs);
	const ours = side(
		open({
			command: process.execPath,
			args: [product, ...service.args, '--page-size', '100', '--interval', '3600'],
			env: service.env,
		}),
	);
	await ours.session.shows(/▸ /u);
	ours.session.write('e');
	await ours.session.shows(new RegExp(`everything · ${jobs} jobs`, 'u'));
	const command = tviewTable(sources);
	const theirs = command === undefined ? undefined : side(open(command));
	await theirs?.session.shows(/READY/);
	for (let round = 0; round <= rounds; round++) {
		for (const each of theirs === undefined ? [ours] : [ours, theirs]) {
			await measureRound(each, round > 0);
		}
	}
	await ours.session.close('q');
	await theirs?.session.close('q');
	await service.close();
	return rowsOf(ours, theirs);
};
