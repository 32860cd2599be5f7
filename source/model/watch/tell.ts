import { type Effect, only, type Step } from '../effect.ts';
import type { State } from '../state.ts';

/** Notices of one answer that are told one by one; of the others, how many they are. */
const mostTold = 3;

/** Tells the user: in the last line, and, unless that is off, by the bell, by notices of the terminal and in its title. */
export const tell = (state: State, lines: readonly string[]): Step => {
	const [first] = lines;
	if (first === undefined) {
		return only(state);
	}
	const unread = state.watches.unread + lines.length;
	const rest = lines.length - 1;
	const next: State = {
		...state,
		watches: { ...state.watches, unread },
		notice: rest === 0 ? first : `${first} · and ${rest} more`,
	};
	const told = lines.length > mostTold ? [...lines.slice(0, mostTold), `and ${lines.length - mostTold} more`] : lines;
	return [
		next,
		state.settings.notifies
			? [
					{ type: 'notify', lines: told },
					{ type: 'set-title', unread },
				]
			: [],
	];
};

/** A key was pressed: somebody is there, and has seen it. */
export const markRead = (state: State): Step => {
	if (state.watches.unread === 0) {
		return only(state);
	}
	const effects: readonly Effect[] = state.settings.notifies ? [{ type: 'set-title', unread: 0 }] : [];
	return [{ ...state, watches: { ...state.watches, unread: 0 } }, effects];
};
