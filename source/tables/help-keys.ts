import type { Hint } from './hint.ts';
/** What the keys of the help order beyond scrolling and leaving. */
export type HelpAction =
	| { readonly type: 'search-help' }
	| { readonly type: 'keep-help-search' }
	| { readonly type: 'leave-help-search' }
	| { readonly type: 'next-in-help'; readonly by: 1 | -1 };

type HelpBinding = {
	readonly keys: readonly string[];
	readonly modes: readonly ('help' | 'help-search')[];
	readonly group: 'Look';
	readonly help: string;
	readonly action: HelpAction;
	readonly hint?: Hint;
};

const bind = (key: string, mode: 'help' | 'help-search', help: string, action: HelpAction): HelpBinding => ({
	keys: [key],
	modes: [mode],
	group: 'Look',
	help,
	action,
});

/** The keys of the search in the help; a part of the key table. */
export const helpKeys = {
	searchHelp: bind('/', 'help', 'search in the help', { type: 'search-help' }),
	keepHelpSearch: {
		...bind('enter', 'help-search', 'keep the word', { type: 'keep-help-search' }),
		hint: { word: 'keep', rank: 1 },
	},
	leaveHelpSearch: {
		...bind('escape', 'help-search', 'go back to where the search began', { type: 'leave-help-search' }),
		hint: { word: 'restore', rank: 2 },
	},
	nextInHelp: bind('n', 'help', 'next line with the word', { type: 'next-in-help', by: 1 }),
	previousInHelp: bind('N', 'help', 'line before with the word', { type: 'next-in-help', by: -1 }),
} as const satisfies Readonly<Record<string, HelpBinding>>;
