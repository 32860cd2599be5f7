import type { GroupKey } from './group-keys.ts';
import type { AnySortKey } from './sort-keys.ts';

/** Columns as a view names them: `usual`, or ids; undefined are one's own, which no view brought. */
export type ViewColumns = 'usual' | readonly string[];

/** A way to look at the jobs that has a name. */
export type SavedView = {
	readonly name: string;
	/** 1 to 9, where it was given one. */
	readonly key: number | undefined;
	/** In the grammar of the prompt; what it does not say of workspace and whose jobs stays as it is. */
	readonly query: string;
	/** Undefined: the newest first. */
	readonly sort: { readonly by: AnySortKey; readonly order: 'asc' | 'desc' } | undefined;
	readonly group: GroupKey | undefined;
	readonly columns: ViewColumns | undefined;
	/** All pages, not one. */
	readonly everything: boolean;
	/** What of it cannot be understood, in words; the rest of the view is shown all the same, unless it is the query. */
	readonly problem: string | undefined;
};

const view = (key: number, name: string, query: string, more: Partial<SavedView> = {}): SavedView => ({
	name,
	key,
	query,
	sort: undefined,
	group: undefined,
	columns: undefined,
	everything: false,
	problem: undefined,
	...more,
});

/** The views that need no settings file. */
export const builtInViews: readonly SavedView[] = [
	view(1, 'running', 'status:Running'),
	view(2, 'failures', 'status:failed', { sort: { by: 'GmtFinishTime', order: 'desc' } }),
	view(3, 'queue', 'status:Queuing,Bidding', { sort: { by: 'wait', order: 'desc' } }),
	view(4, 'mine', 'mine:yes'),
	view(5, 'big', 'gpu>=8', { sort: { by: 'gpus', order: 'desc' }, everything: true }),
];

/** Keys of views. */
export const viewNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
