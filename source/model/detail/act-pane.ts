import type { PaneAction } from '../../tables/pane-keys.ts';
import { actInComparison } from '../comparison/act.ts';
import { only, type Step } from '../effect.ts';
import type { State } from '../state.ts';
import { pageText } from './page-text.ts';
import { choose, open, showSection, toggleSecrets, toggleWrap, turnSection } from './pane.ts';
import { goToHit, keepSearch, openSearch, restoreSearch } from './search-mode.ts';

/** Carries out what a key of the pane orders. */
export const actInPane = (state: State, action: PaneAction, at: number): Step => {
	if (
		state.comparison !== undefined &&
		action.type !== 'search' &&
		action.type !== 'keep-search' &&
		action.type !== 'restore-search'
	) {
		return actInComparison(state, action);
	}
	switch (action.type) {
		case 'show-json':
			return open(state, 'json');
		case 'show-section':
			return only(showSection(state, action.section));
		case 'turn-section':
			return only(turnSection(state, action.by));
		case 'choose':
			return choose(state, at);
		case 'search':
			return only(openSearch(state));
		case 'keep-search':
			return only(keepSearch(state));
		case 'restore-search':
			return only(restoreSearch(state));
		case 'next-hit':
			return only(goToHit(state, action.by));
		case 'toggle-wrap':
			return only(toggleWrap(state));
		case 'toggle-secrets':
			return only(toggleSecrets(state));
		case 'compare':
		case 'copy-differences':
			return only(state);
		case 'page-section':
			return pageText(state);
	}
};
