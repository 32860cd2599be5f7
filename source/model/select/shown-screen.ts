import type { Comparison } from '../comparison/comparison.ts';
import type { Detail } from '../detail/detail.ts';
import { layoutOf, type PaneArea } from '../layout.ts';
import type { LogView } from '../logs/log-view.ts';
import type { Mode } from '../mode.ts';
import type { State } from '../state.ts';

/** The modes that have the whole screen. */
const coveringKinds = ['form', 'columns', 'column-search', 'help', 'help-search', 'stats'] as const;
export type Covering = Extract<Mode, { kind: (typeof coveringKinds)[number] }>;

const covers = (mode: Mode): mode is Covering => coveringKinds.some(kind => kind === mode.kind);

/** What the screen shows, with what of the state makes it that. */
export type ShownScreen =
	| { readonly kind: 'too-small' }
	| { readonly kind: 'covering'; readonly mode: Covering }
	| { readonly kind: 'comparison'; readonly comparison: Comparison }
	| { readonly kind: 'logs'; readonly view: LogView }
	/** The list with a pane beside it, below it or over it. */
	| { readonly kind: 'pane'; readonly detail: Detail; readonly area: PaneArea }
	| { readonly kind: 'list' };

export const shownScreen = (state: State): ShownScreen => {
	const { mode, comparison, logs, detail } = state;
	const { tooSmall, detail: area } = layoutOf(state);
	if (tooSmall) {
		return { kind: 'too-small' };
	}
	if (covers(mode)) {
		return { kind: 'covering', mode };
	}
	if (comparison !== undefined) {
		return { kind: 'comparison', comparison };
	}
	if (logs !== undefined) {
		return { kind: 'logs', view: logs };
	}
	return detail === undefined || area === undefined ? { kind: 'list' } : { kind: 'pane', detail, area };
};
