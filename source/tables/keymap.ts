import { type ArrangeAction, arrangeKeys } from './arrange-keys.ts';
import { type ChooserAction, chooserKeys } from './chooser-keys.ts';
import { type CommandAction, commandKeys } from './command-keys.ts';
import { type FormAction, formKeys } from './form-keys.ts';
import { type HelpAction, helpKeys } from './help-keys.ts';
import type { Hint } from './hint.ts';
import { type LogAction, logKeys } from './log-keys.ts';
import { type MarkAction, markKeys } from './mark-keys.ts';
import { type PaneAction, paneKeys, sectionKeys } from './pane-keys.ts';
import { type PromptAction, promptKeys } from './prompt-keys.ts';
import { type ViewAction, viewKeys } from './view-keys.ts';

/**
 * Every key, once: what it is called in help and documentation, what it does, and in which mode it works.
 * The handler, the help screen, the hints and the README read this table; a test holds it to its laws.
 */
export type KeyMode =
	| 'list'
	| 'detail'
	| 'help'
	| 'help-search'
	| 'sort'
	| 'search'
	| 'filter'
	| 'form'
	| 'copy'
	| 'command'
	| 'logs'
	| 'log-search'
	| 'comparison'
	| 'stats'
	| 'columns'
	| 'column-search'
	| 'log-prompt';

/** What a key orders, as data; `model/act.ts` carries it out. */
export type Action =
	| { readonly type: 'move'; readonly by: number; readonly unit: 'row' | 'screen' }
	| { readonly type: 'move-to'; readonly end: 'first' | 'last' }
	| { readonly type: 'scroll-columns'; readonly by: 1 | -1 }
	| { readonly type: 'turn-page'; readonly by: 1 | -1 }
	| { readonly type: 'toggle-everything' }
	| { readonly type: 'open-detail' }
	| { readonly type: 'neighbour'; readonly by: 1 | -1 }
	| { readonly type: 'zoom' }
	| PaneAction
	| LogAction
	| ChooserAction
	| { readonly type: 'back' }
	| PromptAction
	| FormAction
	| { readonly type: 'toggle-failed' }
	| { readonly type: 'toggle-live' }
	| { readonly type: 'toggle-mine' }
	| { readonly type: 'next-window' }
	| { readonly type: 'clear-filters' }
	| ArrangeAction
	| { readonly type: 'toggle-wide' }
	| { readonly type: 'refresh' }
	| { readonly type: 'toggle-pause' }
	| { readonly type: 'change-period'; readonly by: 1 | -1 }
	| { readonly type: 'repaint' }
	| { readonly type: 'suspend' }
	| ViewAction
	| MarkAction
	| CommandAction
	| { readonly type: 'stats' }
	| { readonly type: 'help' }
	| HelpAction
	| { readonly type: 'quit-or-back' }
	| { readonly type: 'quit' };

export type Binding = {
	/** Key names as the input layer gives them: `j`, `ctrl+d`, `down`, `enter`. */
	readonly keys: readonly string[];
	readonly modes: readonly KeyMode[];
	/** The heading of the help screen it stands under. */
	readonly group: 'Move' | 'Look' | 'Filter and sort' | 'Views' | 'Mark and copy' | 'Poll' | 'Screen';
	/** One line for help and README; starts with a verb or a noun, no full stop. */
	readonly help: string;
	readonly action: Action;
	readonly hint?: Hint;
};

const under =
	(group: Binding['group']) =>
	(keys: string, modes: readonly KeyMode[], help: string, action: Action, hint?: Hint): Binding => ({
		keys: keys.split(' '),
		modes,
		group,
		help,
		action,
		...(hint ? { hint } : {}),
	});

const move = under('Move');
const look = under('Look');
const choose = under('Filter and sort');
const poll = under('Poll');
const screen = under('Screen');

const list: readonly KeyMode[] = ['list'];
const detail: readonly KeyMode[] = ['detail'];
const jobs: readonly KeyMode[] = ['list', 'detail', 'logs', 'comparison'];
const scrolling: readonly KeyMode[] = ['list', 'detail', 'help', 'logs', 'comparison', 'stats', 'columns'];
const covering: readonly KeyMode[] = ['detail', 'help', 'sort', 'copy', 'logs', 'comparison', 'stats'];
const untyped: readonly KeyMode[] = ['list', ...covering];
/** Modes in which letters are typed. */
export const typingModes: readonly KeyMode[] = [
	'column-search',
	'help-search',
	'search',
	'log-search',
	'log-prompt',
	'command',
	'filter',
	'form',
];
const everywhere: readonly KeyMode[] = [...untyped, 'columns', ...typingModes];

export const keymap = {
	down: move('j down', scrolling, 'one row down', { type: 'move', by: 1, unit: 'row' }),
	up: move('k up', scrolling, 'one row up', { type: 'move', by: -1, unit: 'row' }),
	first: move('g home', scrolling, 'first row; arrivals stay in sight', { type: 'move-to', end: 'first' }),
	last: move('G end', scrolling, 'last row', { type: 'move-to', end: 'last' }),
	halfDown: move('ctrl+d', scrolling, 'half a screen down', { type: 'move', by: 0.5, unit: 'screen' }),
	halfUp: move('ctrl+u', scrolling, 'half a screen up', { type: 'move', by: -0.5, unit: 'screen' }),
	screenDown: move('pagedown ctrl+f', scrolling, 'one screen down', { type: 'move', by: 1, unit: 'screen' }),
	screenUp: move('pageup ctrl+b', scrolling, 'one screen up', { type: 'move', by: -1, unit: 'screen' }),
	columnsRight: move('right', list, 'columns to the right; the name stays', { type: 'scroll-columns', by: 1 }),
	columnsLeft: move('left', list, 'columns back to the left', { type: 'scroll-columns', by: -1 }),
	nextPage: move('n', list, 'next page of the list', { type: 'turn-page', by: 1 }),
	previousPage: move('p', list, 'previous page of the list', { type: 'turn-page', by: -1 }),
	everything: move('e', list, 'everything: all pages of the list, or one page', { type: 'toggle-everything' }),
	detail: look(
		'enter d',
		list,
		'open the detail pane on the selected job; fold a group',
		{ type: 'open-detail' },
		{ word: 'detail', rank: 5, instead: { 'open group': 'fold', 'folded group': 'open', 'no row': '' } },
	),
	nextJob: look('J', detail, 'next job of the list', { type: 'neighbour', by: 1 }, { word: 'next job', rank: 3 }),
	previousJob: look('K', detail, 'previous job of the list', { type: 'neighbour', by: -1 }),
	zoom: look('z', detail, 'the whole screen for the pane, or back', { type: 'zoom' }, { word: 'zoom', rank: 6 }),
	...paneKeys,
	...logKeys,
	...chooserKeys,
	back: look('escape', covering, 'close, go back', { type: 'back' }, { word: 'back', rank: 2 }),
	wide: look('|', list, 'wide: every column there is room for, or the usual ones', { type: 'toggle-wide' }),
	...promptKeys,
	...formKeys,
	failed: choose(
		'f',
		list,
		'failed jobs only (Failed, FailedReserving), or all',
		{ type: 'toggle-failed' },
		{ word: 'failed', rank: 4 },
	),
	live: choose('a', list, 'live jobs only (not ended, not held) of the last 90 d, or all', { type: 'toggle-live' }),
	mine: choose('m', list, 'my jobs, or those of everyone', { type: 'toggle-mine' }),
	window: choose('t', list, 'created in the last 24 h, 7 d, 30 d, 90 d', { type: 'next-window' }),
	clear: choose('0', list, 'clear all filters; again, back to the usual order', { type: 'clear-filters' }),
	...arrangeKeys,
	...viewKeys,
	...markKeys,
	...commandKeys,
	refresh: poll('r', [...jobs, 'stats'], 'ask now; after a refusal, try again', { type: 'refresh' }),
	pause: poll('P', jobs, 'pause polling, or go on', { type: 'toggle-pause' }),
	shorter: poll('<', list, 'shorter poll interval', { type: 'change-period', by: -1 }),
	longer: poll('>', list, 'longer poll interval', { type: 'change-period', by: 1 }),
	repaint: screen('ctrl+l', everywhere, 'paint the screen anew', { type: 'repaint' }),
	stats: screen('i', jobs, 'figures of dlctop, and the last errors in full', { type: 'stats' }),
	help: screen('?', [...jobs, 'stats'], 'this help', { type: 'help' }, { word: 'help', rank: 1 }),
	...helpKeys,
	helpOfMenu: screen(
		'?',
		['sort', 'copy', 'columns'],
		'what each key does here',
		{ type: 'help' },
		{ word: 'help', rank: 9 },
	),
	closeHelp: screen('?', ['help'], 'close the help', { type: 'back' }),
	quitHere: screen('q', list, 'quit', { type: 'quit-or-back' }, { word: 'quit', rank: 8 }),
	backByQ: screen('q', covering, 'go back', { type: 'quit-or-back' }),
	quit: screen('ctrl+c', everywhere, 'quit from anywhere', { type: 'quit' }),
	quitShift: screen('Q', untyped, 'quit from anywhere but a prompt', { type: 'quit' }),
	suspend: screen('ctrl+z', everywhere, 'suspend to the shell; fg comes back', { type: 'suspend' }),
} satisfies Record<string, Binding>;

export type CommandId = keyof typeof keymap;

export const isCommandId = (id: string): id is CommandId => Object.hasOwn(keymap, id);

/** The keys as they are bound: by the table, or by the table and the settings file. */
export type KeyTable = {
	/** Every command that has a key, in the order of the table. */
	readonly bindings: readonly Binding[];
	readonly byMode: ReadonlyMap<KeyMode, ReadonlyMap<string, Binding>>;
};

/** The table with other keys for some commands; none leaves a command to the `:` line. */
export const keyTable = (overrides: ReadonlyMap<CommandId, readonly string[]>): KeyTable => {
	const rebound = Object.entries<Binding>(keymap).map(([id, binding]) => {
		const keys = isCommandId(id) ? overrides.get(id) : undefined;
		return keys === undefined ? binding : { ...binding, keys };
	});
	const bindings: readonly Binding[] = [...rebound, ...sectionKeys].filter(({ keys }) => keys.length > 0);
	const byMode = everywhere.map(mode => {
		const here = bindings.filter(({ modes }) => modes.includes(mode));
		return [mode, new Map(here.flatMap(binding => binding.keys.map(key => [key, binding] as const)))] as const;
	});
	return { bindings, byMode: new Map(byMode) };
};

export const usualKeys: KeyTable = keyTable(new Map());

/** An arrow with Shift is the arrow wherever it has no meaning of its own. */
const withoutShift = (key: string): string => (/^shift\+(up|down)$/.test(key) ? key.slice(6) : key);

/** What a key does in a mode; undefined where it does nothing. */
export const bindingOf = (mode: KeyMode, key: string, keys = usualKeys): Binding | undefined =>
	keys.byMode.get(mode)?.get(key) ?? keys.byMode.get(mode)?.get(withoutShift(key));

/** The bindings of a mode in the order of the table. */
export const bindingsIn = (mode: KeyMode, { bindings }: KeyTable = usualKeys): readonly Binding[] =>
	bindings.filter(({ modes }) => modes.includes(mode));

const keyLabels: Readonly<Record<string, string>> = {
	space: 'Space',
	tab: 'Tab',
	'shift+tab': 'Shift-Tab',
	'shift+up': 'Shift-↑',
	'shift+down': 'Shift-↓',
	down: '↓',
	up: '↑',
	left: '←',
	right: '→',
	escape: 'esc',
	pagedown: 'PgDn',
	pageup: 'PgUp',
	home: 'Home',
	end: 'End',
};

/** A key as a person reads it: `Ctrl-d`, `↓`, `enter`. */
export const keyLabel = (key: string): string =>
	keyLabels[key] ?? (key.startsWith('ctrl+') ? `Ctrl-${key.slice(5)}` : key);
