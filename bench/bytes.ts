import process from 'node:process';
import { median, type Row } from './figures.ts';
import { type Change, startService } from './service.ts';
import { bytesSince, open, pause, type Session, size } from './session.ts';
import { compileTwin, frameOf, twinBytes, withoutRowsFrom } from './twin.ts';

type Recording = { readonly bytes: readonly number[]; readonly frames: readonly string[] };

const keys = 20;
const polls = 8;
const settleMs = 120;

const recordKeys = async (session: Session): Promise<Recording> => {
	const frames = [frameOf(session.emulator)];
	const bytes: number[] = [];
	for (let key = 0; key < keys; key++) {
		const from = session.chunks.length;
		session.write(key < keys / 2 ? 'j' : 'k');
		await session.quiet(settleMs);
		bytes.push(bytesSince(session, from));
		frames.push(frameOf(session.emulator));
	}
	return { bytes, frames };
};

/** Waits for so many polls, and what they bring to the screen. The first two are no measure: their marks have nothing to take back. */
const recordPolls = async (session: Session, pages: () => number): Promise<Recording> => {
	const frames: string[] = [];
	const bytes: number[] = [];
	for (let poll = 0; poll < polls + 3; poll++) {
		const known = pages();
		const from = session.chunks.length;
		while (pages() === known) {
			await pause(20);
		}
		await session.quiet(3 * settleMs);
		bytes.push(bytesSince(session, from));
		frames.push(frameOf(session.emulator));
	}
	return { bytes: bytes.slice(3), frames: frames.slice(2) };
};

const withTwin = async (what: string, { bytes, frames }: Recording, twin: string | undefined): Promise<Row> => {
	const value = median(bytes);
	return twin === undefined
		? { what, value, unit: 'B', missing: 'no C compiler or no ncurses here' }
		: { what, value, unit: 'B', goal: 1, against: { name: 'ncurses', value: median(await twinBytes(twin, frames)) } };
};

const footRow = size.rows - 2;

/** Bytes for a key, a poll and the first screen, beside an ncurses program that shows the same. */
export const measureBytes = async (product: string, twinSource: string): Promise<readonly Row[]> => {
	const twin = compileTwin(twinSource);
	const service = await startService(100);
	const start = (interval: number): Session =>
		open({
			command: process.execPath,
			args: [product, ...service.args, '--page-size', '50', '--interval', String(interval)],
			env: service.env,
		});

	const still = start(3600);
	await still.shows(/▸ /u);
	await still.quiet(500);
	const first = bytesSince(still, 0);
	const moved = await recordKeys(still);
	await still.close('q');

	const pollsOf = async (change: Change): Promise<Recording> => {
		const polling = start(2);
		await polling.shows(/▸ /u);
		await polling.quiet(500);
		service.changeRows(change);
		const recorded = await recordPolls(polling, service.pages);
		service.changeRows('nothing');
		await polling.close('q');
		return recorded;
	};
	const ages = await pollsOf('ages');
	const statuses = await pollsOf('statuses');
	await service.close();

	const rows: Recording = { ...moved, frames: moved.frames.map(frame => withoutRowsFrom(frame, footRow)) };
	return [
		await withTwin('a key: same screens', moved, twin),
		await withTwin('a key: the twin has no foot line', rows, twin),
		await withTwin('a poll, 3 of 50 rows: two digits of the age', ages, twin),
		await withTwin('a poll, 3 of 50 rows: status and its mark', statuses, twin),
		{ what: 'start, to the first rows', value: first, unit: 'B' },
	];
};
