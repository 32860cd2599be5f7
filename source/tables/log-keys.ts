import { type Hint, onlyOnJobs } from './hint.ts';

/** What the keys of the screen of events and logs order. */
export type LogAction =
	| { readonly type: 'open-logs' }
	| { readonly type: 'toggle-follow' }
	| { readonly type: 'turn-pod'; readonly by: 1 | -1 }
	| { readonly type: 'turn-feed' }
	| { readonly type: 'toggle-log-wrap' }
	| { readonly type: 'toggle-stamps' }
	| { readonly type: 'search-logs' }
	| { readonly type: 'keep-log-search' }
	| { readonly type: 'leave-log-search' }
	| { readonly type: 'next-log-hit'; readonly by: 1 | -1 }
	| { readonly type: 'prompt-log'; readonly of: 'filter' | 'since' | 'save' }
	| { readonly type: 'keep-log-prompt' }
	| { readonly type: 'leave-log-prompt' }
	| { readonly type: 'offer-in-log-prompt' }
	| { readonly type: 'unmask-logs' };

/** Keys that move in whatever scrolls. */
export type Move =
	| { readonly type: 'move'; readonly by: number; readonly unit: 'row' | 'screen' }
	| { readonly type: 'move-to'; readonly end: 'first' | 'last' };

type LogBinding = {
	readonly keys: readonly string[];
	readonly modes: readonly ('list' | 'detail' | 'logs' | 'log-search' | 'log-prompt')[];
	readonly group: 'Look';
	readonly help: string;
	readonly action: LogAction;
	readonly hint?: Hint;
};

const bind = (
	key: string,
	modes: LogBinding['modes'],
	help: string,
	action: LogAction,
	hint?: LogBinding['hint'],
): LogBinding => ({ keys: [key], modes, group: 'Look', help, action, ...(hint && { hint }) });

const logs = ['logs'] as const;
const prompt = ['log-search'] as const;
const asking = ['log-prompt'] as const;

/** The keys of events and logs beyond those that all screens share; a part of the key table. */
export const logKeys = {
	logs: bind(
		'l',
		['list', 'detail'],
		'logs and events, of the first pod that failed or leads',
		{ type: 'open-logs' },
		{ word: 'logs', rank: 7, instead: onlyOnJobs },
	),
	follow: bind(
		's',
		logs,
		'follow what comes, or stop',
		{ type: 'toggle-follow' },
		{ word: 'follow', rank: 3, instead: { 'followed log': 'stop', 'ended log': 'ask again' } },
	),
	nextPod: bind(']', logs, 'next pod', { type: 'turn-pod', by: 1 }, { word: 'pod', rank: 5 }),
	previousPod: bind('[', logs, 'previous pod', { type: 'turn-pod', by: -1 }),
	feed: bind(
		'tab',
		logs,
		'log, events of the pod, events of the job',
		{ type: 'turn-feed' },
		{ word: 'events', rank: 6 },
	),
	wrapLog: bind('w', logs, 'wrap long lines, or cut them with a mark', { type: 'toggle-log-wrap' }),
	stamps: bind('t', logs, 'times before the lines, or not', { type: 'toggle-stamps' }),
	searchLogs: bind('/', logs, 'search in the lines', { type: 'search-logs' }, { word: 'search', rank: 4 }),
	keepLogSearch: bind('enter', prompt, 'go to the first hit', { type: 'keep-log-search' }, { word: 'search', rank: 1 }),
	leaveLogSearch: bind('escape', prompt, 'leave the prompt', { type: 'leave-log-search' }, { word: 'leave', rank: 2 }),
	nextLogHit: bind('n', logs, 'next hit', { type: 'next-log-hit', by: 1 }),
	previousLogHit: bind('N', logs, 'previous hit', { type: 'next-log-hit', by: -1 }),
	filterLogs: bind(
		'f',
		logs,
		'only the lines with a word or a /pattern/i',
		{ type: 'prompt-log', of: 'filter' },
		{ word: 'filter', rank: 7 },
	),
	since: bind('T', logs, 'since when: 15m, 24h, 14:05, a date, all', { type: 'prompt-log', of: 'since' }),
	saveLogs: bind(
		'S',
		logs,
		'save the lines that are shown to a file',
		{ type: 'prompt-log', of: 'save' },
		{ word: 'save', rank: 8 },
	),
	logSecrets: bind('x', logs, 'show secrets until the logs close', { type: 'unmask-logs' }),
	keepLogPrompt: bind('enter', asking, 'do so', { type: 'keep-log-prompt' }, { word: 'do so', rank: 1 }),
	leaveLogPrompt: bind(
		'escape',
		asking,
		'leave all as it was',
		{ type: 'leave-log-prompt' },
		{ word: 'leave', rank: 2 },
	),
	offerInLogPrompt: bind('tab', asking, 'the next usual time', { type: 'offer-in-log-prompt' }),
} as const satisfies Readonly<Record<string, LogBinding>>;
