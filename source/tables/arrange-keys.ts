import type { Binding, KeyMode } from './keymap.ts';
import type { AnySortKey } from './sort-keys.ts';

export type ArrangeAction =
	| { readonly type: 'pick-sort' }
	| { readonly type: 'sort'; readonly by: AnySortKey }
	| { readonly type: 'next-group' }
	| { readonly type: 'toggle-folds' }
	| { readonly type: 'invert-sort' };

const list: readonly KeyMode[] = ['list'];
const sort: readonly KeyMode[] = ['sort'];
const sorting: readonly KeyMode[] = ['list', 'sort'];

const bind = (
	group: Binding['group'],
	key: string,
	modes: readonly KeyMode[],
	help: string,
	action: ArrangeAction,
	hint?: Binding['hint'],
): Binding => ({ keys: [key], modes, group, help, action, ...(hint ? { hint } : {}) });

/** The keys that sort and group; a part of the key table. */
export const arrangeKeys = {
	sort: bind(
		'Filter and sort',
		's',
		list,
		'sort by … (one of the next keys; the same again flips)',
		{ type: 'pick-sort' },
		{ word: 'sort', rank: 3 },
	),
	sortByName: bind(
		'Filter and sort',
		'n',
		sort,
		'sort by name',
		{ type: 'sort', by: 'DisplayName' },
		{ word: 'name', rank: 3 },
	),
	sortByCreated: bind(
		'Filter and sort',
		'c',
		sort,
		'sort by time of creation',
		{ type: 'sort', by: 'GmtCreateTime' },
		{ word: 'created', rank: 4 },
	),
	sortByFinished: bind(
		'Filter and sort',
		'f',
		sort,
		'sort by time of the end',
		{ type: 'sort', by: 'GmtFinishTime' },
		{ word: 'finished', rank: 5 },
	),
	sortByType: bind(
		'Filter and sort',
		't',
		sort,
		'sort by job type',
		{ type: 'sort', by: 'JobType' },
		{ word: 'type', rank: 6 },
	),
	sortByStatus: bind(
		'Filter and sort',
		's',
		sort,
		'sort by status',
		{ type: 'sort', by: 'Status' },
		{ word: 'status', rank: 7 },
	),
	sortByRun: bind('Filter and sort', 'd', sort, 'sort what is loaded by run time', { type: 'sort', by: 'duration' }),
	sortByWait: bind('Filter and sort', 'w', sort, 'sort what is loaded by time in the queue', {
		type: 'sort',
		by: 'wait',
	}),
	sortByGpus: bind('Filter and sort', 'g', sort, 'sort what is loaded by GPUs', { type: 'sort', by: 'gpus' }),
	sortByRestarts: bind('Filter and sort', 'r', sort, 'sort what is loaded by restarts', {
		type: 'sort',
		by: 'restarts',
	}),
	sortByPriority: bind('Filter and sort', 'p', sort, 'sort what is loaded by priority', {
		type: 'sort',
		by: 'priority',
	}),
	sortByUser: bind('Filter and sort', 'u', sort, 'sort what is loaded by user', { type: 'sort', by: 'user' }),
	sortByReason: bind('Filter and sort', 'o', sort, 'sort what is loaded by reason', { type: 'sort', by: 'reason' }),
	byRun: bind('Filter and sort', 'D', list, 'sort by run time (duration) at once', { type: 'sort', by: 'duration' }),
	byWait: bind('Filter and sort', 'W', list, 'sort by time in the queue at once', { type: 'sort', by: 'wait' }),
	triage: bind('Filter and sort', 'T', sorting, 'triage: what needs a look first, with the reason', {
		type: 'sort',
		by: 'triage',
	}),
	group: bind('Look', 'z', list, 'group by the next of status, reason, user, quota …', { type: 'next-group' }),
	foldAll: bind('Look', 'Z', list, 'fold all groups, or open them', { type: 'toggle-folds' }),
	byName: bind('Filter and sort', 'N', list, 'sort by name at once', { type: 'sort', by: 'DisplayName' }),
	byAge: bind('Filter and sort', 'A', list, 'sort by age at once', { type: 'sort', by: 'GmtCreateTime' }),
	byStatus: bind('Filter and sort', 'S', list, 'sort by status at once', { type: 'sort', by: 'Status' }),
	invert: bind('Filter and sort', 'I', sorting, 'invert the order', { type: 'invert-sort' }),
} satisfies Record<string, Binding>;
