import type { MarkAction } from '../tables/mark-keys.ts';
import { copy, linkToConsole, openCopyMenu } from './copy.ts';
import { only, type Step } from './effect.ts';
import { markAll, markRange, toggleMark, unmarkAll } from './mark.ts';
import type { State } from './state.ts';
import { toggleWatch } from './watch/toggle.ts';

/** Carries out what a key of the marks or of copying orders. */
export const actOnMarks = (state: State, action: MarkAction): Step => {
	switch (action.type) {
		case 'mark':
			return only(toggleMark(state));
		case 'mark-range':
			return only(markRange(state));
		case 'mark-all':
			return only(markAll(state));
		case 'unmark-all':
			return only(unmarkAll(state));
		case 'watch':
			return only(toggleWatch(state));
		case 'pick-copy':
			return only(openCopyMenu(state));
		case 'copy':
			return copy(state, action.form);
		case 'console-link':
			return linkToConsole(state);
	}
};
