import type { Hint } from './hint.ts';

/** What the keys of the column chooser order. */
export type ChooserAction =
	| { readonly type: 'toggle-column' }
	| { readonly type: 'carry-column'; readonly by: 1 | -1 }
	| { readonly type: 'keep-columns' }
	| { readonly type: 'restore-columns' }
	| { readonly type: 'find-column' }
	| { readonly type: 'take-column' }
	| { readonly type: 'complete-column' }
	| { readonly type: 'leave-column-search' };

type ChooserBinding = {
	readonly keys: readonly string[];
	readonly modes: readonly ('columns' | 'column-search')[];
	readonly group: 'Look';
	readonly help: string;
	readonly action: ChooserAction;
	readonly hint?: Hint;
};

const bind = (
	keys: string,
	mode: ChooserBinding['modes'][number],
	help: string,
	action: ChooserAction,
	hint?: ChooserBinding['hint'],
): ChooserBinding => ({ keys: keys.split(' '), modes: [mode], group: 'Look', help, action, ...(hint && { hint }) });

/** The keys of the column chooser; a part of the key table. */
export const chooserKeys = {
	toggleColumn: bind(
		'space',
		'columns',
		'show the column, or hide it',
		{ type: 'toggle-column' },
		{ word: 'show', rank: 3 },
	),
	columnDown: bind(
		'J shift+down',
		'columns',
		'the column one place to the right',
		{ type: 'carry-column', by: 1 },
		{ word: 'right', rank: 4 },
	),
	columnUp: bind(
		'K shift+up',
		'columns',
		'the column one place to the left',
		{ type: 'carry-column', by: -1 },
		{ word: 'left', rank: 5 },
	),
	findColumn: bind(
		'/',
		'columns',
		'a column by a part of its name, or a path of the item',
		{ type: 'find-column' },
		{ word: 'find', rank: 6 },
	),
	keepColumns: bind('enter', 'columns', 'keep these columns', { type: 'keep-columns' }, { word: 'keep', rank: 1 }),
	restoreColumns: bind(
		'escape q',
		'columns',
		'put the former columns back',
		{ type: 'restore-columns' },
		{ word: 'restore', rank: 2 },
	),
	takeColumn: bind('enter', 'column-search', 'go to the column', { type: 'take-column' }, { word: 'go', rank: 1 }),
	leaveColumnSearch: bind(
		'escape',
		'column-search',
		'leave the prompt',
		{ type: 'leave-column-search' },
		{ word: 'leave', rank: 2 },
	),
	completeColumn: bind(
		'tab',
		'column-search',
		'complete a name or a path',
		{ type: 'complete-column' },
		{ word: 'complete', rank: 3 },
	),
} as const satisfies Readonly<Record<string, ChooserBinding>>;
