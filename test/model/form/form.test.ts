import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldTexts } from '../../../source/model/form/fields.ts';
import { formFoot, formLines } from '../../../source/model/form/lines.ts';
import { readForm } from '../../../source/model/form/read.ts';
import { parseQuery, withTerms } from '../../../source/model/grammar/to-query.ts';
import { defaultQuery, type Query } from '../../../source/model/query.ts';
import type { State } from '../../../source/model/state.ts';
import { formFields } from '../../../source/tables/form.ts';
import { type ParameterName, parameterNames } from '../../../source/tables/parameters.ts';
import { aState, namedJob } from '../../support/jobs.ts';
import { asked, noon, press, pressAll, showing } from '../../support/moves.ts';
import { someTerm } from '../grammar/texts.ts';

const listed = (query: Partial<Query> = {}): State => {
	const state = aState();
	return showing([namedJob('dlc1')], { ...state, query: { ...state.query, ...query } }, 500);
};

/** The form with the keys in this field, its text gone. */
const inField = (state: State, name: ParameterName): State =>
	press(pressAll(press(state, 'F').state, Array(formFields.indexOf(name)).fill('down')).state, 'ctrl+u').state;
const typed = (state: State, name: ParameterName, text: string): State =>
	pressAll(inField(state, name), [...text]).state;
const foot = (state: State) => (state.mode.kind === 'form' ? formFoot(state.mode) : undefined);

test('the form has every parameter of ListJobs once', () => {
	expect(formFields.toSorted()).toEqual([...parameterNames]);
});

describe('the form', () => {
	test('left as it was says the very query it was opened with', () => {
		fc.assert(
			fc.property(fc.array(someTerm, { maxLength: 4 }), terms => {
				const before = { query: withTerms(defaultQuery, terms), pageNumber: 3, pageSize: 50 };
				expect(readForm(fieldTexts(before), before, noon)).toEqual({ ok: true, value: before });
			}),
		);
	});

	test('Enter asks for what was typed, on the first page, and goes back to the list', () => {
		const { state, effects } = press(typed({ ...listed(), pageNumber: 3 }, 'Username', 'ali'), 'enter');
		expect(asked(effects)).toMatchObject([{ Username: 'ali', PageNumber: 1 }]);
		expect(state).toMatchObject({ mode: { kind: 'list' }, query: { others: { Username: 'ali' } } });
	});

	test('Enter asks nothing where nothing was changed, and Esc leaves all as it was', () => {
		const before = listed();
		expect(asked(pressAll(before, ['F', 'enter']).effects)).toEqual([]);
		const left = press(typed(before, 'Username', 'ali'), 'escape');
		expect(left.state).toMatchObject({ query: before.query, mode: { kind: 'list' } });
		expect(asked(left.effects)).toEqual([]);
	});

	test('goes through the values of a field by ← and →, around in a circle', () => {
		const chosen = (keys: readonly string[]) => {
			const { mode } = pressAll(inField(listed(), 'PaymentType'), keys).state;
			return mode.kind === 'form' ? mode.texts.get('PaymentType') : undefined;
		};
		expect(chosen(['right'])).toBe('PrePaid');
		expect(chosen(['right', 'right', 'left'])).toBe('PrePaid');
		expect(chosen(['left'])).toBe('PostPaid');
		expect(chosen(['right', 'left'])).toBe('');
	});

	test('says at once what is wrong with a field, and Enter brings one back to it', () => {
		const wrong = typed(listed(), 'PageSize', '500');
		const lines = wrong.mode.kind === 'form' ? formLines(wrong.mode, 60) : [];
		expect(lines.filter(line => line.kind === 'field' && line.bad)).toMatchObject([
			{ name: 'PageSize', text: '500', note: '500: ListJobs allows 1 to 100' },
		]);
		const { state, effects } = pressAll(wrong, ['up', 'up', 'enter']);
		expect(asked(effects)).toEqual([]);
		expect(state.mode).toMatchObject({ kind: 'form', refused: '500: ListJobs allows 1 to 100' });
		expect(foot(state)).toEqual({ text: '500: ListJobs allows 1 to 100', bad: true });
		expect(foot(press(state, 'backspace').state)).toMatchObject({ bad: false });
	});

	test('refuses what contradicts itself', () => {
		const { state } = press(typed(listed(), 'NumericRangeMin', '8'), 'enter');
		expect(state.mode).toMatchObject({ kind: 'form' });
		expect(foot(state)).toEqual({ text: 'NumericRangeMin and NumericRangeMax need NumericRangeField.', bad: true });
		const everywhere = press(typed(listed({ mine: false }), 'FromAllWorkspaces', 'true'), 'enter').state;
		expect(foot(everywhere)?.text).toMatch(/^FromAllWorkspaces .* leave out ShowOwn=false\.$/);
	});

	test('speaks of its fields and of no flag', () => {
		for (let index = 0; index < formFields.length; index += 1) {
			const { state } = pressAll(press(listed(), 'F').state, Array(index).fill('down'));
			expect(foot(state)?.text).not.toMatch(/--|[{}]|repeat/);
			const lines = state.mode.kind === 'form' ? formLines(state.mode, 60) : [];
			expect(lines.filter(line => line.kind === 'field' && /--|[{}]|repeat/.test(line.note))).toEqual([]);
		}
	});

	test('takes statuses, a window, a page and an order', () => {
		const parameters = (name: ParameterName, text: string) =>
			asked(press(typed(listed(), name, text), 'enter').effects)[0];
		expect(parameters('StartTime', '36h')).toMatchObject({ StartTime: '2026-11-08T00:00:00Z' });
		expect(parameters('PageSize', '20')).toMatchObject({ PageSize: 20, PageNumber: 1 });
		expect(parameters('PageNumber', '4')).toMatchObject({ PageNumber: 4 });
		expect(parameters('Order', 'asc')).toMatchObject({ Order: 'asc' });
		expect(parameters('JobId', 'dlc1k3b7x2m4f9qz')).toMatchObject({ JobId: 'dlc1k3b7x2m4f9qz' });
		expect(parameters('Tags', 'a=b, c=d')).toMatchObject({ Tags: { a: 'b', c: 'd' } });
		expect(press(typed(listed(), 'Status', 'Failed,Odd'), 'enter').state.query.statuses).toEqual(['Failed', 'Odd']);
	});

	test('Ctrl-r empties every field, but not the terms that are answered here', () => {
		const parsed = parseQuery('llm status:Failed gpu>=8', defaultQuery, noon);
		const before = listed(parsed.ok ? parsed.value : {});
		const { state } = pressAll(before, ['F', 'ctrl+r', 'enter']);
		expect(state.query).toEqual({ ...defaultQuery, local: before.query.local });
		expect(before.query.local).toHaveLength(1);
	});

	test('takes a key that is a command of the list as text', () => {
		const { mode } = typed(listed(), 'Description', 'qQf?0');
		expect(mode).toMatchObject({ kind: 'form', line: { before: 'qQf?0' } });
	});

	test('keeps the selected field in sight in a low terminal', () => {
		for (let index = 0; index < formFields.length; index += 1) {
			const { mode } = pressAll(press(listed(), 'F').state, Array(index).fill('down')).state;
			const lines = mode.kind === 'form' ? formLines(mode, 7) : [];
			expect(lines).toHaveLength(7);
			expect(lines.filter(line => line.kind === 'field' && line.selected)).toMatchObject([{ name: formFields[index] }]);
		}
	});
});
