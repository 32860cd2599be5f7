/**
 * Every status the service documents, and those seen in the wild, as one table.
 * Source: the ListJobs page (13 values); PreAllocating, Pending, Deleted and SubmitFailed appear only in public code.
 * The set is open: `statusOf` answers for any word, and an unknown one is shown as it came.
 */
type Ansi = 'green' | 'yellow' | 'red' | 'cyan' | 'blue' | 'magenta' | 'gray';

export type StatusClass = 'pending' | 'active' | 'holding' | 'terminal' | 'unknown';

export type StatusInfo = {
	readonly class: StatusClass;
	/** Creating to Restarting, and Stopping: the job still wants or has resources and has not ended. */
	readonly live: boolean;
	readonly failed: boolean;
	/** Done, but its pods are kept (JobReservedMinutes): GPUs still held. */
	readonly held: boolean;
	readonly terminal: boolean;
	/** One cell wide in every terminal. */
	readonly glyph: string;
	readonly ascii: string;
	readonly color: Ansi | undefined;
	/** Order of urgency in triage, 0 first. */
	readonly triageRank: number;
	/** Documented as a value of the `Status` parameter. */
	readonly documented: boolean;
};

type Traits = Pick<StatusInfo, 'glyph' | 'ascii' | 'color' | 'triageRank'> &
	Partial<Pick<StatusInfo, 'failed' | 'documented'>>;

const entry = (statusClass: StatusClass, traits: Traits): StatusInfo => ({
	class: statusClass,
	live: statusClass === 'pending' || statusClass === 'active',
	failed: false,
	held: statusClass === 'holding',
	terminal: statusClass === 'terminal',
	documented: true,
	...traits,
});

export const statuses = {
	Creating: entry('pending', { glyph: '◌', ascii: 'c', color: 'cyan', triageRank: 6 }),
	Queuing: entry('pending', { glyph: '◷', ascii: 'q', color: 'yellow', triageRank: 4 }),
	Bidding: entry('pending', { glyph: '◇', ascii: 'b', color: 'yellow', triageRank: 4 }),
	EnvPreparing: entry('pending', { glyph: '◔', ascii: 'e', color: 'cyan', triageRank: 3 }),
	SanityChecking: entry('pending', { glyph: '◑', ascii: 'y', color: 'cyan', triageRank: 3 }),
	Running: entry('active', { glyph: '●', ascii: '*', color: 'green', triageRank: 5 }),
	Restarting: entry('active', { glyph: '↻', ascii: 'r', color: 'magenta', triageRank: 2 }),
	Stopping: entry('active', { glyph: '◍', ascii: 's', color: 'gray', triageRank: 6 }),
	SucceededReserving: entry('holding', { glyph: '◉', ascii: 'o', color: 'blue', triageRank: 7 }),
	FailedReserving: entry('holding', { glyph: '⊗', ascii: 'X', color: 'red', triageRank: 1, failed: true }),
	Succeeded: entry('terminal', { glyph: '✓', ascii: '+', color: 'gray', triageRank: 9 }),
	Failed: entry('terminal', { glyph: '✗', ascii: 'x', color: 'red', triageRank: 0, failed: true }),
	Stopped: entry('terminal', { glyph: '■', ascii: '-', color: 'gray', triageRank: 8 }),
	PreAllocating: entry('pending', { glyph: '◌', ascii: 'p', color: 'cyan', triageRank: 6, documented: false }),
	Pending: entry('pending', { glyph: '◌', ascii: 'p', color: 'cyan', triageRank: 6, documented: false }),
	Deleted: entry('terminal', { glyph: '□', ascii: 'd', color: 'gray', triageRank: 9, documented: false }),
	SubmitFailed: entry('terminal', { glyph: '✗', ascii: 'x', color: 'red', triageRank: 0, documented: false }),
} as const satisfies Record<string, StatusInfo>;

export type StatusName = keyof typeof statuses;

const unknown: StatusInfo = {
	class: 'unknown',
	live: false,
	failed: false,
	held: false,
	terminal: false,
	glyph: '?',
	ascii: '?',
	color: undefined,
	triageRank: 5,
	documented: false,
};

const byName: ReadonlyMap<string, StatusInfo> = new Map(Object.entries(statuses));

/** What is known of a status word as the service sent it; of an unknown word, nothing is claimed. */
export const statusOf = (status: string): StatusInfo => byName.get(status) ?? unknown;

const documentedWhere = (holds: (info: StatusInfo) => boolean): readonly string[] =>
	[...byName].filter(([, info]) => info.documented && holds(info)).map(([name]) => name);

/** The values of the `Status` parameter, in the order of a job's life. */
export const statusValues: readonly string[] = documentedWhere(() => true);
export const liveStatuses: readonly string[] = documentedWhere(info => info.live);
export const failedStatuses: readonly string[] = documentedWhere(info => info.failed);
