import { choicesOf, formFields } from '../../tables/form.ts';
import type { FormAction } from '../../tables/form-keys.ts';
import type { ParameterName } from '../../tables/parameters.ts';
import { only, type Step } from '../effect.ts';
import { printWholeQuery } from '../grammar/from-query.ts';
import { edit, emptyLine, type LineEditor, lineText } from '../line-editor.ts';
import { rearrange } from '../listing.ts';
import type { Mode } from '../mode.ts';
import { askFor } from '../prompt.ts';
import { fetchNow } from '../rounds.ts';
import type { State } from '../state.ts';
import { type Asked, fieldTexts, type Texts } from './fields.ts';
import { type FieldProblem, readForm } from './read.ts';

export type FormMode = Extract<Mode, { kind: 'form' }>;

const askedOf = ({ query, pageNumber, settings }: State): Asked => ({
	query,
	pageNumber,
	pageSize: settings.pageSize,
});

/** The field that has the keys. */
export const fieldAt = (index: number): ParameterName => formFields[index] ?? 'DisplayName';

const lineFor = (texts: Texts, index: number): LineEditor => ({
	...emptyLine,
	before: texts.get(fieldAt(index)) ?? '',
});

/** `F`. `at` is ms since the epoch: spans count back from it. */
const openForm = (state: State, at: number): State => {
	const texts = fieldTexts(askedOf(state));
	return {
		...state,
		mode: { kind: 'form', index: 0, texts, line: lineFor(texts, 0), openedAt: at, refused: undefined },
	};
};

const leaveForm = (state: State): State => ({ ...state, mode: { kind: 'list' } });

const moveTo = (mode: FormMode, wanted: number): FormMode => {
	const index = Math.max(0, Math.min(wanted, formFields.length - 1));
	return { ...mode, index, line: lineFor(mode.texts, index), refused: undefined };
};

/** Up and down; around in a circle by single steps. */
const moveInForm = (state: State, by: number): State => {
	const { mode } = state;
	if (mode.kind !== 'form') {
		return state;
	}
	const wanted = mode.index + by;
	const around = Math.abs(by) === 1 ? (wanted + formFields.length) % formFields.length : wanted;
	return { ...state, mode: moveTo(mode, around) };
};

const withLine = (state: State, mode: FormMode, line: LineEditor): State => ({
	...state,
	mode: { ...mode, line, texts: new Map([...mode.texts, [fieldAt(mode.index), lineText(line)]]), refused: undefined },
});

/** A key in a field that is no command of the form: edits its text. */
export const typeInForm = (state: State, mode: FormMode, key: string): State => {
	const line = edit(mode.line, key);
	return line === undefined ? state : withLine(state, mode, line);
};

export const pasteInForm = (state: State, mode: FormMode, paste: (line: LineEditor) => LineEditor): State =>
	withLine(state, mode, paste(mode.line));

/** `←` and `→`: through the values of the field; in a free text, by a letter. */
const chooseInForm = (state: State, by: 1 | -1): State => {
	const { mode } = state;
	if (mode.kind !== 'form') {
		return state;
	}
	const choices = choicesOf(fieldAt(mode.index));
	if (choices.length === 0) {
		return typeInForm(state, mode, by > 0 ? 'right' : 'left');
	}
	const now = choices.indexOf(lineText(mode.line));
	const next = choices[(now + by + choices.length) % choices.length] ?? '';
	return withLine(state, mode, { ...emptyLine, before: next });
};

/** `Ctrl-r`: every field empty, as the service would take it. */
const resetForm = (state: State): State => {
	const { mode } = state;
	if (mode.kind !== 'form') {
		return state;
	}
	const texts: Texts = new Map(formFields.map(name => [name, '']));
	return { ...state, mode: { ...mode, texts, line: emptyLine, refused: undefined } };
};

const refuse = (state: State, mode: FormMode, problem: FieldProblem): State => ({
	...state,
	mode: { ...moveTo(mode, formFields.indexOf(problem.name)), refused: problem.message },
});

/** Enter: asks for what the form says; where a field is wrong, it has the keys and says why. */
const applyForm = (state: State, at: number): Step => {
	const { mode } = state;
	if (mode.kind !== 'form') {
		return only(state);
	}
	const before = askedOf(state);
	const read = readForm(mode.texts, before, at);
	if (!read.ok) {
		return only(refuse(state, mode, read.problem));
	}
	const { query, pageNumber, pageSize } = read.value;
	const listed = leaveForm(state);
	const samePage = pageNumber === before.pageNumber && pageSize === before.pageSize;
	const sameOrder = query.sort.by === state.query.sort.by && query.sort.order === state.query.sort.order;
	if (samePage && sameOrder) {
		const isSame = printWholeQuery(query) === printWholeQuery(state.query);
		return isSame ? only(rearrange(listed)) : askFor(listed, query, 1, at);
	}
	const wanted = pageNumber === before.pageNumber ? 1 : pageNumber;
	return fetchNow(
		{ ...listed, query, pageNumber: wanted, settings: { ...state.settings, pageSize }, older: undefined },
		at,
	);
};

/** Carries out what a key of the form orders. */
export const actOnForm = (state: State, action: FormAction, at: number): Step => {
	switch (action.type) {
		case 'open-form':
			return only(openForm(state, at));
		case 'apply-form':
			return applyForm(state, at);
		case 'leave-form':
			return only(leaveForm(state));
		case 'reset-form':
			return only(resetForm(state));
		case 'move-in-form':
			return only(moveInForm(state, action.by));
		case 'choose-in-form':
			return only(chooseInForm(state, action.by));
	}
};
