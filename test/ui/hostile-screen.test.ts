import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClipboard } from '../../source/adapters/clipboard.ts';
import { createNotices } from '../../source/adapters/notice.ts';
import { createScreen } from '../../source/adapters/screen.ts';
import { type Failure, failed, success } from '../../source/model/failure.ts';
import { isJsonObject, type JsonObject } from '../../source/model/json.ts';
import { viewsOf } from '../../source/model/views/views.ts';
import { itemAt } from '../../source/simulator/item.ts';
import { makeWorld } from '../../source/simulator/world.ts';
import { usualKeys } from '../../source/tables/keymap.ts';
import type { SavedView } from '../../source/tables/views.ts';
import { pageOf } from '../report/page.ts';
import { hostileTexts, inTurn, poisoned } from '../support/hostile.ts';
import { cleanup, type Shown, show } from '../support/ink.tsx';
import { aPage, aState } from '../support/jobs.ts';
import { noon } from '../support/moves.ts';
import { foreignIn } from '../support/own-sequences.ts';

/** Jobs with all that the service tells of one: pods, roles, history, variables. */
const items: readonly JsonObject[] = makeWorld(1, noon)
	.jobsAt(noon)
	.slice(0, 40)
	.map(job => itemAt(job, noon))
	.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
	.slice(0, 4);

const poisonedItem = (item: JsonObject, next: () => string): JsonObject => {
	const json = poisoned(item, next);
	return isJsonObject(json) ? json : {};
};

const failureOf = (next: () => string): Failure => ({
	kind: 'service',
	message: next(),
	next: next(),
	Code: next(),
	Message: next(),
	RequestId: next(),
});

type Painted = {
	/** What the terminal got since the last time, after a key or any other event. */
	readonly bytes: () => string;
	readonly shown: Shown;
};

/** The monitor on its real screen, with what that writes kept. */
const open = (next: () => string, size: { readonly columns: number; readonly rows: number }): Painted => {
	let written = '';
	let waiting: (() => void)[] = [];
	const output = { ...size, write: (text: string) => (written += text) };
	const screen = createScreen(output, run => waiting.push(run));
	screen.enter();
	const notices = createNotices({ TERM: 'xterm' }, screen.pass);
	const copy = createClipboard({ env: {}, write: screen.pass, feed: () => {} });
	const known = () => ({ id: next(), name: next() });
	const view = (key: number): SavedView => ({
		...{ sort: undefined, group: undefined, columns: undefined, everything: false, problem: next() },
		...{ name: next(), key, query: next() },
	});
	const state = aState({ region: next(), credentials: next(), views: viewsOf([view(8), view(9)]) });
	const shown = show(
		{
			...state,
			size,
			query: { ...state.query, others: { Username: next(), ResourceId: next(), UserCommandSearch: next() } },
			filters: [next(), next()],
			commands: [next()],
			watches: { ...state.watches, failedSince: 0 },
			places: {
				...state.places,
				seen: { regions: [next()], profiles: [next()], workspaces: [known(), known()] },
				workspaces: { kind: 'told', names: [known()] },
				profiles: { kind: 'refused', why: next() },
			},
		},
		{ terminal: { ...notices, copy, repaint: screen.repaint } },
	);
	return {
		shown,
		bytes: () => {
			screen.sink.write(shown.passes().ours);
			for (const run of waiting) {
				run();
			}
			waiting = [];
			const text = written;
			written = '';
			return text;
		},
	};
};

/** Each look of the monitor, as the keys that lead there from the former one. */
const looks: readonly string[] = [
	'W',
	'\r',
	...'234567',
	'/a\u001b',
	'\u001b',
	'o',
	'cn',
	'cj',
	'w',
	'?',
	'G',
	'\u001b',
	':workspace \t',
	'\u001b',
	':profile \t',
	'\u001b',
	's\u001b',
	'C',
	'\u001b',
	'g',
	'\u001b',
	'!',
	'\u001b',
	'F',
	'\u001b',
	'i',
	'\u001b',
	' ',
	'j',
	' ',
	'=',
	'\u001b',
	...'zzzzzzzz',
	'9',
	'[',
	':view \t',
	'\u001b',
	'?/a',
	'\u001b',
	'\u001b',
	':columns\r',
	'/a',
	'\u001b',
	'\u001b',
];

const walk = async ({ shown, bytes }: Painted, next: () => string, met: Set<string>): Promise<string> => {
	const pasted = (): string => `\u001b[200~${next().replaceAll('\u001b', '')}\u001b[201~`;
	let all = bytes();
	const step = async (keys: string): Promise<void> => {
		const isBack = keys.endsWith('\u001b');
		await shown.write(isBack ? keys.slice(0, -1) : keys);
		all += bytes();
		met.add(shown.program.getState().mode.kind);
		if (isBack) {
			// Behind this byte Ink waits for the rest of a sequence, and takes the next key for it.
			shown.program.send({ type: 'key-pressed', key: 'escape' });
			await shown.write('');
			all += bytes();
		}
	};
	shown.program.send({ type: 'started' });
	const first = items.map(item => poisonedItem(item, next));
	await shown.api.last().answer(success(pageOf(first, { RequestId: next(), [next()]: next() })));
	all += bytes();
	await step('\r');
	const [item = {}] = items;
	await shown.api.jobCalls.at(-1)?.answer(success(poisonedItem(item, next)));
	all += bytes();
	await step('\u001b');
	for (const keys of looks) {
		await step(keys);
	}
	await step('/');
	await step(pasted());
	await step('\u001b');
	await step(':');
	await step(pasted());
	await step('\r');
	await step('\u001b');
	await step('l');
	await shown.api.lineCalls.at(-1)?.answer(success(Array.from({ length: 30 }, next)));
	all += bytes();
	await step('e');
	await shown.api.lineCalls.at(-1)?.answer(failed(failureOf(next)));
	all += bytes();
	await step('S');
	await step(pasted());
	await step('\u001b');
	await step('/');
	await step(pasted());
	await step('\r');
	shown.program.send({ type: 'lines-saved', words: next(), path: next() });
	await step('');
	shown.program.send({ type: 'save-failed', path: next(), problem: next() });
	await step('q');
	shown.program.send({ type: 'settings-refused', problem: next() });
	await step('');
	for (let turn = 0; turn < 8 && shown.program.getState().poll.kind === 'fetching'; turn++) {
		await shown.api.last().answer(success(aPage([], 0)));
	}
	shown.clock.advance(10_000);
	const ended = items.map(each => ({ ...poisonedItem(each, next), Status: 'Failed', ReasonMessage: next() }));
	await shown.api.last().answer(success(pageOf(ended)));
	await step('');
	shown.clock.advance(60_000);
	await shown.api.last().answer(failed(failureOf(next)));
	await step('');
	await step('i');
	await step('G');
	return all;
};

test.each([
	{ columns: 120, rows: 30 },
	{ columns: 61, rows: 16 },
])(
	'whatever the service says, the terminal at $columns × $rows gets nothing but our own sequences',
	async size => {
		const met = new Set<string>();
		await fc.assert(
			fc
				.asyncProperty(hostileTexts, async texts => {
					const next = inTurn(texts);
					expect(foreignIn(await walk(open(next, size), next, met))).toBeUndefined();
				})
				.afterEach(cleanup),
			// Texts of a harmless kind come first: a hostile one can lead away from some of the screens.
			{ numRuns: 3, endOnFailure: true, examples: [[['plain', 'text']]] },
		);
		expect([...met].toSorted()).toEqual([...usualKeys.byMode.keys()].toSorted());
	},
	60_000,
);
