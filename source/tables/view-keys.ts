import type { Binding } from './keymap.ts';
import { builtInViews } from './views.ts';

/** Where one can walk among the looks of this run. */
export type WalkTo = 'back' | 'forward' | 'last';

export type ViewAction =
	| { readonly type: 'walk'; readonly to: WalkTo }
	/** The saved view that has this number, 1 to 9. */
	| { readonly type: 'show-view'; readonly number: number };

const bind = (key: string, help: string, action: ViewAction): Binding => ({
	keys: [key],
	modes: ['list'],
	group: 'Views',
	help,
	action,
});

const show = (number: number): Binding => {
	const builtIn = builtInViews.find(({ key }) => key === number);
	const help = builtIn === undefined ? 'a view of your own (:save NAME)' : `view ${builtIn.name}: ${builtIn.query}`;
	return bind(String(number), help, { type: 'show-view', number });
};

/** The keys of saved views, and of those one came from; a part of the key table. */
export const viewKeys = {
	viewBack: bind('[', 'the filter, order and columns before these', { type: 'walk', to: 'back' }),
	viewForward: bind(']', 'those after these', { type: 'walk', to: 'forward' }),
	viewLast: bind('-', 'the last ones; again, back to these', { type: 'walk', to: 'last' }),
	view1: show(1),
	view2: show(2),
	view3: show(3),
	view4: show(4),
	view5: show(5),
	view6: show(6),
	view7: show(7),
	view8: show(8),
	view9: show(9),
} satisfies Record<string, Binding>;
