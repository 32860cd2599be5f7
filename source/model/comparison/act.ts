import type { PaneAction } from '../../tables/pane-keys.ts';
import { byteLength } from '../../text/byte-length.ts';
import { noJobs } from '../by-key.ts';
import { mostCopied } from '../copy.ts';
import type { Move } from '../detail/scroll.ts';
import { only, type Step } from '../effect.ts';
import type { State } from '../state.ts';
import { wrapWords } from '../wrap-words.ts';
import { askForBoth } from './ask.ts';
import { type Comparison, openComparison } from './comparison.ts';
import { nextCompared } from './search.ts';
import { comparedText } from './text.ts';
import { comparedView, fitComparison, fitted } from './view.ts';

/** `=`: the two marked jobs, in the order of the list where it has both. Other numbers of marks are told. */
export const compareMarked = (state: State): Step => {
	const jobs = state.listing?.loaded ?? noJobs;
	const shown = state.listing?.jobs ?? [];
	const placeOf = (id: string): number => shown.findIndex(({ JobId }) => JobId === id);
	const [a, b, ...more] = [...state.marks.ids].toSorted((one, other) => placeOf(one) - placeOf(other));
	if (a === undefined || b === undefined || more.length > 0) {
		const count =
			state.marks.ids.size === 0 ? 'none is' : state.marks.ids.size === 1 ? '1 is' : `${state.marks.ids.size} are`;
		return only({ ...state, notice: `= compares two marked jobs; ${count} marked (Space marks, u takes all away)` });
	}
	return askForBoth({ ...state, mode: { kind: 'comparison' }, comparison: openComparison(a, b, jobs) });
};

export const closeComparison = (state: State): Step => {
	const { comparison } = state;
	const isAsking = comparison?.a.request !== undefined || comparison?.b.request !== undefined;
	return [{ ...state, mode: { kind: 'list' }, comparison: undefined }, isAsking ? [{ type: 'abort-compared' }] : []];
};

const change = (state: State, changed: Partial<Comparison>): State =>
	state.comparison === undefined ? state : fitComparison({ ...state, comparison: { ...state.comparison, ...changed } });

const toggleWrap = (state: State): State => {
	const wraps = state.comparison?.wraps !== true;
	return { ...change(state, { wraps }), notice: wrapWords(wraps) };
};

export const scrollCompared = (state: State, action: Move): State => {
	const { comparison } = state;
	if (comparison === undefined) {
		return state;
	}
	const view = comparedView(state, comparison);
	const end = action.type === 'move-to' && action.end === 'last' ? view.rows.length : 0;
	const by = action.type === 'move' ? (action.unit === 'row' ? action.by : Math.trunc(action.by * view.height)) : 0;
	const top = action.type === 'move-to' ? end : comparison.place.top + by;
	const place = fitted({ top, at: top }, view);
	return change(state, { place: { top: place.top, at: place.top } });
};

const toggleSecrets = (state: State): State => {
	if (state.settings.showSecrets) {
		return { ...state, notice: 'secrets are shown because of --show-secrets' };
	}
	const unmasked = state.comparison?.unmasked !== true;
	const notice = unmasked ? 'secrets are shown until this closes; x hides them' : 'secrets are hidden';
	return { ...change(state, { unmasked }), notice };
};

/** `c`: the differences as text; as with every copy nobody tells whether it arrives. */
const copyDifferences = (state: State): Step => {
	const text = state.comparison === undefined ? '' : comparedText(state, state.comparison);
	const bytes = byteLength(text);
	const kilo = (count: number): number => Math.ceil(count / 1000);
	return bytes > mostCopied
		? only({
				...state,
				notice: `${kilo(bytes)} kB, a terminal takes ${kilo(mostCopied)}: Ctrl-o shows it in the pager`,
			})
		: [{ ...state, notice: 'the differences sent to the terminal' }, [{ type: 'copy', text }]];
};

/** The keys that this screen shares with the pane, and its own. */
export const actInComparison = (state: State, action: PaneAction): Step => {
	switch (action.type) {
		case 'next-hit':
			return only(nextCompared(state, action.by));
		case 'toggle-wrap':
			return only(toggleWrap(state));
		case 'toggle-secrets':
			return only(toggleSecrets(state));
		case 'copy-differences':
			return copyDifferences(state);
		case 'page-section':
			return state.comparison === undefined
				? only(state)
				: [state, [{ type: 'page-text', text: comparedText(state, state.comparison) }]];
		default:
			return only(state);
	}
};
