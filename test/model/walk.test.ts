import { describe, expect, test } from 'vitest';
import { mostStops } from '../../source/model/journey.ts';
import type { State } from '../../source/model/state.ts';
import { failedStatuses } from '../../source/tables/statuses.ts';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { answer, answerCounts, asked, happen, press, pressAll, showing, typesOf } from '../support/moves.ts';

const jobs = [
	namedJob('dlc1', { RequestGPU: '1', Username: 'b' }),
	namedJob('dlc2', { RequestGPU: '8', Username: 'a' }),
];
const list = (): State => showing(jobs, aState(), 500);
const saved = (state: State, key: string) =>
	press(state, key).effects.flatMap(effect => (effect.type === 'save-order' ? [effect.order] : []));

describe('walking back and forward', () => {
	test('goes through filters, orders, groups, columns and modes, in both directions', () => {
		const command = (state: State, text: string): State =>
			pressAll(happen(press(state, ':').state, { type: 'text-pasted', text }).state, ['enter']).state;
		const moves = [
			(state: State) => press(state, 'm').state,
			(state: State) => press(state, 'z').state,
			(state: State) => pressAll(state, ['s', 'g']).state,
			(state: State) => command(state, 'columns name,age'),
			(state: State) => press(state, 'e').state,
			(state: State) => press(state, 't').state,
		];
		const stops = [list()];
		for (const move of moves) {
			stops.push(move(stops.at(-1) ?? list()));
		}
		const seen = ({ query, arrangement, settings, everything }: State) => ({
			query,
			arrangement,
			columns: settings.columns,
			everything,
		});
		let state = stops.at(-1) ?? list();
		for (const stop of stops.slice(0, -1).toReversed()) {
			state = press(state, '[').state;
			expect(seen(state)).toEqual(seen(stop));
		}
		expect(press(state, '[').state.notice).toBe('no view before this one');
		for (const stop of stops.slice(1)) {
			state = press(state, ']').state;
			expect(seen(state)).toEqual(seen(stop));
		}
		expect(state.notice).toBe(
			'view 7 of 7: mine:false window:30d · GPUs ↓ · by status · everything · columns name,age',
		);
		expect(press(state, ']').state.notice).toBe('no view after this one');
	});

	test('- goes to the last one and back again', () => {
		const start = pressAll(list(), ['m', 'f']).state;
		const once = press(start, '-').state;
		expect(once.query).toMatchObject({ mine: false, statuses: [] });
		const twice = press(once, '-').state;
		expect(twice.query).toMatchObject({ mine: false, statuses: failedStatuses });
		expect(press(twice, '-').state.query).toEqual(once.query);
		expect(press(list(), '-').state.notice).toBe('no view before this one');
	});

	test('a change after walking back gives up what was walked back from', () => {
		const state = pressAll(list(), ['m', 'f', '[', 't', '[']).state;
		expect(state.query).toMatchObject({ mine: false, statuses: [], window: undefined });
		expect(pressAll(state, [']', ']']).state.notice).toBe('no view after this one');
	});

	test('what was typed into the prompt is one stop, whatever became of it meanwhile', () => {
		const typed = (...keys: readonly string[]): State =>
			keys.reduce(
				(state, key) => happen(press(state, key).state, { type: 'timer-fired', timer: 'typing' }).state,
				list(),
			);
		const kept = typed('/', 'l', 'l', 'm', 'enter');
		expect(kept.query.name).toBe('llm');
		expect(kept.journey.past).toHaveLength(1);
		expect(press(kept, '[').state.query.name).toBe('');
		expect(typed('/', 'l', 'l', 'm', 'escape').journey.past).toEqual([]);
	});

	test('what only looks at the loaded rows in another way asks nothing', () => {
		const state = pressAll(list(), ['z', 's', 'u']).state;
		const back = press(state, '[');
		expect(asked(back.effects)).toEqual([]);
		expect(back.state.listing?.jobs.map(({ key }) => key)).toEqual(['dlc1', 'dlc2']);
		expect(back.state.arrangement).toMatchObject({ group: 'status', sort: undefined });
		const asking = press(pressAll(list(), ['m']).state, '[');
		expect(asked(asking.effects)).toMatchObject([{ ShowOwn: true, PageNumber: 1 }]);
	});

	test('an order of the service is had here where all rows are, else asked for', () => {
		const swept = answerCounts(answer(press(list(), 'e').state, aPage(jobs)).state);
		expect(swept.listing?.sweep).toMatchObject({ done: true });
		const named = press(swept, 'N').state;
		expect(asked(press(named, '[').effects)).toEqual([]);
		expect(asked(press(press(list(), 'N').state, '[').effects)).toMatchObject([{ SortBy: 'GmtCreateTime' }]);
	});

	test('remembers a bounded number of them', () => {
		const state = pressAll(list(), Array<string>(3 * mostStops).fill('I')).state;
		expect(state.journey.past).toHaveLength(mostStops);
	});

	test('notes nothing where nothing about the look changed', () => {
		const state = pressAll(list(), ['j', 'k', 'space', '?', 'q', 'r', 'n', 'p', '|', 'enter', 'escape']).state;
		expect(state.journey.past).toEqual([]);
		expect(pressAll(list(), ['f', 'f']).state.journey.past).toHaveLength(2);
	});
});

describe("one's own order", () => {
	test('is kept for the next run when it or the grouping changes, by key or by name', () => {
		expect(saved(list(), 'N')).toEqual([{ sort: { by: 'DisplayName', order: 'asc' }, group: undefined }]);
		expect(saved(list(), 'D')).toEqual([{ sort: { by: 'duration', order: 'desc' }, group: undefined }]);
		expect(saved(press(list(), 'D').state, 'z')).toEqual([
			{ sort: { by: 'duration', order: 'desc' }, group: 'status' },
		]);
	});

	test('is not kept again by filters, or by walking back', () => {
		const state = pressAll(list(), ['D', 'm', 'f', 't']);
		expect(typesOf(state.effects).filter(type => type === 'save-order')).toHaveLength(1);
		expect(saved(press(list(), 'D').state, '[')).toEqual([]);
	});

	test('survives an answer, another page and everything', () => {
		const grouped = pressAll(list(), ['s', 'g', 'z']).state;
		const look = { arrangement: { sort: { by: 'gpus' }, group: 'status' } };
		for (const keys of [['r'], ['n'], ['e'], ['e', 'e'], ['m', 'f']]) {
			expect(answer(pressAll(grouped, keys).state, aPage(jobs)).state).toMatchObject(look);
		}
	});

	test('ends with 0 when no filter is left, or with :sort usual', () => {
		const sorted = pressAll(list(), ['D', 'z', 'm']).state;
		const cleared = press(sorted, '0').state;
		expect(cleared).toMatchObject({ query: { mine: true }, arrangement: { sort: { by: 'duration' } } });
		const usual = press(answer(cleared, aPage(jobs)).state, '0');
		expect(usual.state).toMatchObject({
			arrangement: { sort: undefined, group: undefined },
			notice: 'the usual order',
		});
		expect(usual.effects).toContainEqual({
			type: 'save-order',
			order: { sort: { by: 'GmtCreateTime', order: 'desc' }, group: undefined },
		});
		const named = happen(press(press(list(), 'N').state, ':').state, { type: 'text-pasted', text: 'sort usual' }).state;
		expect(asked(press(named, 'enter').effects)).toMatchObject([{ SortBy: 'GmtCreateTime', Order: 'desc' }]);
	});
});
