import { type SectionId, sections } from './detail-sections.ts';
import type { Hint } from './hint.ts';

/** What the keys of the detail pane order. */
export type PaneAction =
	| { readonly type: 'show-json' }
	| { readonly type: 'show-section'; readonly section: SectionId }
	| { readonly type: 'turn-section'; readonly by: 1 | -1 }
	| { readonly type: 'choose' }
	| { readonly type: 'search' }
	| { readonly type: 'keep-search' }
	| { readonly type: 'restore-search' }
	| { readonly type: 'next-hit'; readonly by: 1 | -1 }
	| { readonly type: 'toggle-wrap' }
	| { readonly type: 'toggle-secrets' }
	| { readonly type: 'page-section' }
	| { readonly type: 'compare' }
	| { readonly type: 'copy-differences' };

type PaneBinding = {
	readonly keys: readonly string[];
	readonly modes: readonly ('list' | 'detail' | 'search' | 'comparison')[];
	readonly group: 'Look';
	readonly help: string;
	readonly action: PaneAction;
	readonly hint?: Hint;
};

const bind = (
	keys: string,
	mode: PaneBinding['modes'][number] | PaneBinding['modes'],
	help: string,
	action: PaneAction,
	hint?: PaneBinding['hint'],
): PaneBinding => ({
	keys: keys.split(' '),
	modes: typeof mode === 'string' ? [mode] : mode,
	group: 'Look',
	help,
	action,
	...(hint && { hint }),
});

/** Where something is shown to read: both have the same keys. */
const shown = ['detail', 'comparison'] as const;

/** The keys of the detail pane beyond those it shares with the list; a part of the key table. */
export const paneKeys = {
	json: bind('y', 'list', 'open the detail pane on the raw JSON', { type: 'show-json' }),
	nextSection: bind(
		'tab',
		'detail',
		'next section of the pane',
		{ type: 'turn-section', by: 1 },
		{ word: 'section', rank: 4 },
	),
	previousSection: bind('shift+tab', 'detail', 'previous section of the pane', { type: 'turn-section', by: -1 }),
	compare: bind('=', 'list', 'the differences of the two marked jobs', { type: 'compare' }),
	choose: bind('enter', 'detail', 'fold a branch of the JSON; go to the logs of a pod', {
		type: 'choose',
	}),
	search: bind(
		'/',
		shown,
		'search in the section, or in the differences',
		{ type: 'search' },
		{ word: 'search', rank: 5 },
	),
	keepSearch: bind('enter', 'search', 'keep the word', { type: 'keep-search' }, { word: 'keep', rank: 1 }),
	restoreSearch: bind(
		'escape',
		'search',
		'go back to where the search began',
		{ type: 'restore-search' },
		{ word: 'restore', rank: 2 },
	),
	nextHit: bind('n', shown, 'next hit of the search', { type: 'next-hit', by: 1 }),
	previousHit: bind('N', shown, 'previous hit of the search', { type: 'next-hit', by: -1 }),
	wrap: bind('w', shown, 'wrap long lines, or cut them with a mark', { type: 'toggle-wrap' }),
	secrets: bind('x', shown, 'show secrets on the screen until it is closed', { type: 'toggle-secrets' }),
	copyDifferences: bind(
		'c',
		'comparison',
		'copy the differences as text, secrets masked',
		{ type: 'copy-differences' },
		{ word: 'copy', rank: 4 },
	),
	pager: bind('ctrl+o', shown, 'what is open in $PAGER (else less, else more)', { type: 'page-section' }),
} as const satisfies Readonly<Record<string, PaneBinding>>;

/** `1` to `7`, one for each section. */
export const sectionKeys: readonly PaneBinding[] = sections.map(({ id, title }, index) =>
	bind(String(index + 1), 'detail', `section ${title}`, { type: 'show-section', section: id }),
);
