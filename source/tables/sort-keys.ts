import { causeOfFailure } from '../model/cause-of-failure.ts';
import { queueWaitMs, runTimeMs } from '../model/derive.ts';
import type { Job } from '../model/job.ts';
import type { SortKey } from '../model/query.ts';
import { endedAt } from '../model/triage-stays.ts';
import { typedWord } from '../text/typed-word.ts';
import type { ColumnId } from './columns.ts';

/** What a key may look at besides the job. */
export type SortContext = {
	/** When the answer came, ms since the epoch. */
	readonly now: number;
	/** How urgently a person should look at the job; less is more urgent. */
	readonly urgency: (job: Job) => number;
};

export type SortEntry = {
	/** The key's name on the screen: `created ↓`. */
	readonly word: string;
	/** The order it begins with. */
	readonly natural: 'asc' | 'desc';
	/** A raw value. Where nothing is known a job stands last, in either order. */
	readonly value: (job: Job, context: SortContext) => string | number | undefined;
	/** The column that shows the value: it is on the screen while the rows are in this order. */
	readonly column: ColumnId;
	/** The value changes with time, or with the other jobs. */
	readonly moves?: true;
};

const folded = (text: string): string | undefined => (text === '' ? undefined : text.toLowerCase());

/** What ListJobs sorts by (its page, SortBy); the values stand in for it where all rows are here. */
export const serverSortKeys = {
	DisplayName: { word: 'name', column: 'name', natural: 'asc', value: job => job.DisplayName.toLowerCase() },
	GmtCreateTime: { word: 'created', column: 'age', natural: 'desc', value: job => job.GmtCreateTime ?? 0 },
	// A time that was not reached sorts as the latest; what is over and only keeps its pods is placed by when it was over.
	GmtFinishTime: {
		word: 'finished',
		column: 'finished',
		natural: 'desc',
		value: job => endedAt(job) ?? Number.MAX_SAFE_INTEGER,
	},
	JobType: { word: 'type', column: 'type', natural: 'asc', value: job => job.JobType.toLowerCase() },
	Status: { word: 'status', column: 'status', natural: 'asc', value: job => job.Status.toLowerCase() },
} as const satisfies Record<SortKey, SortEntry>;

/** What only dlctop can sort by, over the rows that it has loaded. */
export const localSortKeys = {
	duration: { word: 'run', column: 'run', natural: 'desc', moves: true, value: (job, { now }) => runTimeMs(job, now) },
	wait: { word: 'wait', column: 'wait', natural: 'desc', moves: true, value: (job, { now }) => queueWaitMs(job, now) },
	gpus: { word: 'GPUs', column: 'gpus', natural: 'desc', value: job => job.gpus },
	restarts: { word: 'restarts', column: 'restarts', natural: 'desc', value: job => job.restarts?.used },
	priority: { word: 'priority', column: 'priority', natural: 'desc', value: job => job.Priority },
	user: { word: 'user', column: 'user', natural: 'asc', value: job => folded(job.Username || job.UserId) },
	reason: {
		word: 'reason',
		column: 'reason',
		natural: 'asc',
		value: job => folded(causeOfFailure(job)),
	},
	triage: { word: 'triage', column: 'why', natural: 'asc', moves: true, value: (job, { urgency }) => urgency(job) },
} as const satisfies Record<string, SortEntry>;

export type LocalSortKey = keyof typeof localSortKeys;

export type AnySortKey = SortKey | LocalSortKey;

/** Every key, the service's and dlctop's own. */
export const sortKeys: Readonly<Record<AnySortKey, SortEntry>> = { ...serverSortKeys, ...localSortKeys };

/** What is typed for the keys: on the command line, behind `:sort`, in the settings file. */
export const sortWords: readonly string[] = Object.values(sortKeys).map(({ word }) => typedWord(word));

export const isSortKey = (id: string): id is AnySortKey => Object.hasOwn(sortKeys, id);

/** Whether only dlctop can sort by it. */
export const isLocalSortKey = (key: AnySortKey): key is LocalSortKey => Object.hasOwn(localSortKeys, key);
