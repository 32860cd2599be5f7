import type { Binding, KeyMode } from './keymap.ts';

export type PromptAction =
	| { readonly type: 'prompt-filter' }
	| { readonly type: 'keep-filter' }
	| { readonly type: 'restore-filter' }
	| { readonly type: 'complete-filter'; readonly by: 1 | -1 }
	| { readonly type: 'recall-filter'; readonly by: 1 | -1 };

const prompt: readonly KeyMode[] = ['filter'];

const bind = (
	keys: string,
	modes: readonly KeyMode[],
	help: string,
	action: PromptAction,
	hint?: Binding['hint'],
): Binding => ({ keys: keys.split(' '), modes, group: 'Filter and sort', help, action, ...(hint ? { hint } : {}) });

/** The keys of the filter prompt; a part of the key table. */
export const promptKeys = {
	filter: bind(
		'/',
		['list'],
		'filter as you type: a part of the name, field:value, gpu>=8',
		{ type: 'prompt-filter' },
		{ word: 'filter', rank: 2 },
	),
	keepFilter: bind('enter', prompt, 'keep the filter', { type: 'keep-filter' }, { word: 'keep', rank: 1 }),
	restoreFilter: bind(
		'escape',
		prompt,
		'put the former filter back',
		{ type: 'restore-filter' },
		{ word: 'restore', rank: 2 },
	),
	completeFilter: bind(
		'tab',
		prompt,
		'complete a field or a value; again the next one',
		{ type: 'complete-filter', by: 1 },
		{ word: 'complete', rank: 3 },
	),
	completeFilterBack: bind('shift+tab', prompt, 'the completion before', { type: 'complete-filter', by: -1 }),
	formerFilter: bind('up', prompt, 'the filter before, of this and former runs', { type: 'recall-filter', by: -1 }),
	laterFilter: bind('down', prompt, 'the filter after', { type: 'recall-filter', by: 1 }),
} satisfies Record<string, Binding>;
