import type { PromptAction } from '../tables/prompt-keys.ts';
import { askAnew } from './ask-anew.ts';
import { andThen, only, type Step } from './effect.ts';
import { success } from './failure.ts';
import { nextOffer, offeredText, offerFor } from './grammar/complete.ts';
import { printQuery, printSent, printWholeQuery } from './grammar/from-query.ts';
import { parseQuery, scopeOf } from './grammar/to-query.ts';
import { remembered } from './history.ts';
import { edit, emptyLine, insert, type LineEditor, lineText } from './line-editor.ts';
import { narrowAtOnce, rearrange } from './listing.ts';
import type { Mode } from './mode.ts';
import type { Query } from './query.ts';
import { isSwept, type State } from './state.ts';

/** Typing is quiet for this long before the service is asked (ms). */
export const typingPauseMs = 250;
/** Where all pages are asked for, which takes many requests, typing has to rest for longer (ms). */
export const typingPauseBeforeAllMs = 800;

export type FilterMode = Extract<Mode, { kind: 'filter' }>;

/** The filter as it is: a mere word to be gone on with, anything else with a space behind it, so that what is typed next is a term of its own. */
const presentLine = ({ query }: State): LineEditor => {
	const text = printQuery(query);
	return { ...emptyLine, before: text === '' || text === query.name ? text : `${text} ` };
};

const openPrompt = (state: State): Step =>
	only({
		...state,
		mode: {
			kind: 'filter',
			line: presentLine(state),
			before: state.query,
			pageBefore: state.pageNumber,
			problem: undefined,
			preview: undefined,
			offer: undefined,
			back: 0,
			typed: '',
		},
	});

const stopTimer: Step[1] = [{ type: 'stop-timer', timer: 'typing' }];

const startTyping = (state: State): Step[1] => {
	const ms = isSwept(state) ? typingPauseBeforeAllMs : typingPauseMs;
	return [{ type: 'start-timer', timer: 'typing', atLeastMs: ms, atMostMs: ms }];
};

type Changes = Partial<Pick<FilterMode, 'offer' | 'back' | 'typed'>>;

/** Another line. What dlctop answers itself shows at once; the service is asked once typing rests, and so is a mistake told. */
const withLine = (state: State, mode: FilterMode, line: LineEditor, at: number, changes: Changes = {}): Step => {
	const next = { ...mode, line, problem: undefined, preview: undefined, offer: undefined, ...changes };
	const typed: State = { ...state, mode: next };
	const parsed = parseLine(next, at);
	if (parsed.ok && !asksService(state.query, parsed.value)) {
		return andThen(askFor(typed, parsed.value, state.pageNumber, at), shown => [
			mode.preview === undefined ? shown : rearrange(shown),
			stopTimer,
		]);
	}
	return [parsed.ok ? previewed(typed, parsed.value) : withoutPreview(typed), startTyping(state)];
};

/** What the loaded rows know of the typed filter shows at once; where they know nothing, those of before stay. */
const previewed = (state: State, preview: Query): State => {
	const { mode } = state;
	const wanted: State = mode.kind === 'filter' ? { ...state, mode: { ...mode, preview } } : state;
	const shown = isSwept({ ...state, query: preview }) ? narrowAtOnce(wanted) : wanted;
	return shown.listing?.narrowed ? shown : withoutPreview(state);
};

/** The rows of the query itself, where those of a typed one are shown. */
const withoutPreview = (state: State): State => (state.listing?.narrowed ? rearrange(state) : state);

/** A key in the prompt that is no command of it: edits the line. */
export const typeKey = (state: State, mode: FilterMode, key: string, at: number): Step => {
	const line = edit(mode.line, key);
	return line === undefined ? only(state) : withLine(state, mode, line, at, { back: 0 });
};

export const pasteText = (state: State, mode: FilterMode, text: string, at: number): Step =>
	withLine(state, mode, insert(mode.line, text), at, { back: 0 });

/** `Tab`: the first completion of the word under way; again, the next one. */
const completeFilter = (state: State, by: 1 | -1, at: number): Step => {
	const { mode, listing } = state;
	if (mode.kind !== 'filter') {
		return only(state);
	}
	const offer =
		mode.offer === undefined ? offerFor(mode.line.before, listing?.loaded ?? []) : nextOffer(mode.offer, by);
	return offer === undefined
		? only({ ...state, mode: { ...mode, problem: { from: 0, to: 0, message: 'nothing known begins like this' } } })
		: withLine(state, mode, { ...mode.line, before: offeredText(offer) }, at, { offer });
};

/** `up` and `down`: filters of before, and back to what was being typed. */
const recallFilter = (state: State, by: 1 | -1, at: number): Step => {
	const { mode, filters } = state;
	if (mode.kind !== 'filter') {
		return only(state);
	}
	const back = Math.max(0, Math.min(mode.back - by, filters.length));
	if (back === mode.back) {
		const message = by < 0 ? 'no filter before this one' : 'no filter after this one';
		return only({ ...state, mode: { ...mode, problem: { from: 0, to: 0, message } } });
	}
	const typed = mode.back === 0 ? lineText(mode.line) : mode.typed;
	return withLine(state, mode, { ...emptyLine, before: back === 0 ? typed : (filters.at(-back) ?? '') }, at, {
		back,
		typed,
	});
};

/** Whether the service has to be asked before the rows can answer the other query. */
const asksService = (query: Query, other: Query): boolean =>
	printSent(other) !== printSent(query) || other.sort !== query.sort;

/** Another query on a page of it. Where only what dlctop answers itself differs, the loaded rows are looked at anew and nothing is asked. */
export const askFor = (state: State, query: Query, pageNumber: number, at: number): Step => {
	if (printWholeQuery(query) === printWholeQuery(state.query)) {
		return only(state);
	}
	if (asksService(state.query, query)) {
		return askAnew({ ...state, query, pageNumber }, at);
	}
	const { listing } = state;
	const answers = listing?.query === state.query;
	return only(
		answers && listing !== undefined
			? rearrange({ ...state, query, listing: { ...listing, query } })
			: { ...state, query },
	);
};

const parseLine = (mode: FilterMode, at: number): ReturnType<typeof parseQuery> => {
	const text = lineText(mode.line).trim();
	return text === printQuery(mode.before) ? success(mode.before) : parseQuery(text, scopeOf(mode.before), at);
};

/** The typed filter becomes the query's, if it is another one; one with a mistake says so, and the former one stays. */
const applyLine = (state: State, mode: FilterMode, at: number): Step => {
	const parsed = parseLine(mode, at);
	return parsed.ok
		? askFor({ ...state, mode: { ...mode, preview: undefined } }, parsed.value, 1, at)
		: only({ ...state, mode: { ...mode, problem: parsed.problem } });
};

export const typingPaused = (state: State, at: number): Step =>
	state.mode.kind === 'filter' ? applyLine(state, state.mode, at) : only(state);

const stopTyping = (state: State): Step => [{ ...state, mode: { kind: 'list' } }, stopTimer];

const remember = (state: State, text: string): Step => {
	const filters = remembered(state.filters, text);
	return filters === state.filters
		? only(state)
		: [{ ...state, filters }, [{ type: 'save-history', entries: filters }]];
};

/** Enter. A filter with a mistake is not kept: the prompt stays. */
const keepFilter = (state: State, at: number): Step => {
	const { mode } = state;
	if (mode.kind !== 'filter') {
		return only(state);
	}
	return andThen(applyLine(state, { ...mode, offer: undefined }, at), applied =>
		applied.mode.kind === 'filter' && applied.mode.problem !== undefined
			? only(applied)
			: andThen(stopTyping(applied), calm => remember(calm, lineText(mode.line))),
	);
};

/** Esc: the query from before the prompt, and its page. */
const restoreFilter = (state: State, at: number): Step => {
	if (state.mode.kind !== 'filter') {
		return only(state);
	}
	const { before, pageBefore } = state.mode;
	return andThen(stopTyping(state), calm => askFor(withoutPreview(calm), before, pageBefore, at));
};

/** Carries out what a key of the prompt orders. */
export const actOnPrompt = (state: State, action: PromptAction, at: number): Step => {
	switch (action.type) {
		case 'prompt-filter':
			return openPrompt(state);
		case 'keep-filter':
			return keepFilter(state, at);
		case 'restore-filter':
			return restoreFilter(state, at);
		case 'complete-filter':
			return completeFilter(state, action.by, at);
		case 'recall-filter':
			return recallFilter(state, action.by, at);
	}
};
