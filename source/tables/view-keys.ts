import type { Binding } from './keymap.ts';

/** Where one can walk among the looks of this run. */
export type WalkTo = 'back' | 'forward' | 'last';

export type ViewAction = { readonly type: 'walk'; readonly to: WalkTo };

const bind = (key: string, help: string, action: ViewAction): Binding => ({
	keys: [key],
	modes: ['list'],
	group: 'Views',
	help,
	action,
});

/** The keys of saved views, and of those one came from; a part of the key table. */
export const viewKeys = {
	viewBack: bind('[', 'the filter, order and columns before these', { type: 'walk', to: 'back' }),
	viewForward: bind(']', 'those after these', { type: 'walk', to: 'forward' }),
	viewLast: bind('-', 'the last ones; again, back to these', { type: 'walk', to: 'last' }),
} satisfies Record<string, Binding>;
