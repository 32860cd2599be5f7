import { causeOfFailure } from '../model/cause-of-failure.ts';
import { ageMs, queueWaitMs, runTimeMs } from '../model/derive.ts';
import type { Job } from '../model/job.ts';
import type { SortKey } from '../model/query.ts';
import { toServiceTime } from '../model/window.ts';
import { longestCause } from '../text/cause.ts';
import type { CellShape } from '../text/fit-cell.ts';
import { maskText } from '../text/mask.ts';
import { formatSpan, widestSpanMs } from '../text/span.ts';
import { statusOf } from './statuses.ts';

/** One column of the table: of the screen, and of the printed formats. Widths are cells. */
export type Column = CellShape & {
	readonly title: string;
	/** What the column says, for help and README. */
	readonly help: string;
	/** The cell's text; `''` where nothing is known. `now` is the time of the answer (ms), never the clock; `why` what triage says of the job. */
	readonly text: (job: Job, now: number, why?: string) => string;
	/** The value for a program, where the text is shortened for the reader. */
	readonly raw?: (job: Job, now: number) => string;
	/** The widest it may get, and the narrowest that still says something. */
	readonly most: number;
	readonly least?: number;
	/** Its text changes with time alone: of every job, of one that is live, or with what triage says of it. */
	readonly ages?: 'always' | 'live' | 'judged';
	/** Where it ages always: a text as wide as any that a job of this age, or a younger one, can have beneath the title. So the oldest tells the width for all. */
	readonly upTo?: (job: Job, now: number) => string;
	/** 1 is dropped last when the window gets narrow. */
	readonly priority: number;
	readonly grows?: boolean;
	/** Stays on the screen when the columns are scrolled. */
	readonly frozen?: boolean;
	/** Not shown unless asked for: `|`, `-o wide`, `--columns`. */
	readonly wide?: boolean;
	/** The service's key that sorts by it. */
	readonly sort?: SortKey;
};

const count = (value: number | undefined): string => (value === undefined ? '' : String(value));
const span = (ms: number | undefined): string => (ms === undefined ? '' : formatSpan(ms));
const seconds = (ms: number | undefined): string => (ms === undefined ? '' : String(Math.floor(ms / 1000)));
const time = (ms: number | undefined): string => (ms === undefined ? '' : toServiceTime(ms));

/** PyTorchJob is PyTorch here; TFJob, MPIJob and RayJob keep their names, which would be too short to know. */
const shortType = (type: string): string => (/^[A-Z][a-z].{4,}Job$/.test(type) ? type.slice(0, -3) : type);

const restarts = (job: Job): string => {
	if (job.restarts === undefined) {
		return '';
	}
	const { used, limit } = job.restarts;
	return limit === undefined ? String(used) : `${used}/${limit}`;
};

export const columns = {
	status: {
		title: 'STATUS',
		help: 'the status as the service sent it, with its sign',
		text: job => job.Status,
		most: 20,
		priority: 2,
		frozen: true,
		sort: 'Status',
	},
	name: {
		title: 'NAME',
		help: 'DisplayName',
		text: job => maskText(job.DisplayName),
		most: 60,
		least: 24,
		priority: 1,
		grows: true,
		frozen: true,
		sort: 'DisplayName',
	},
	why: {
		title: 'WHY',
		help: 'why the job needs a look, as triage (T) has it; of an older failure, its cause',
		text: (job, _now, why = '') => why || (statusOf(job.Status).failed ? causeOfFailure(job) : ''),
		ages: 'judged',
		most: 80,
		least: 44,
		priority: 3,
		grows: true,
		wide: true,
	},
	id: { title: 'JOB ID', help: 'JobId', text: job => job.JobId, most: 34, priority: 9 },
	type: {
		title: 'TYPE',
		help: 'JobType, without its "Job"',
		text: job => shortType(job.JobType),
		raw: job => job.JobType,
		most: 14,
		priority: 10,
		sort: 'JobType',
	},
	user: { title: 'USER', help: 'Username', text: job => job.Username, most: 14, priority: 7 },
	gpus: {
		title: 'GPU',
		help: 'GPUs requested: RequestGPU, else the sum over the roles',
		text: job => count(job.gpus),
		align: 'right',
		most: 6,
		priority: 5,
	},
	nodes: {
		title: 'NODES',
		help: 'NodeCount, else the nodes named, else the pods',
		text: job => count(job.nodes),
		align: 'right',
		most: 6,
		priority: 11,
	},
	age: {
		title: 'AGE',
		help: 'time since creation',
		text: (job, now) => span(ageMs(job, now)),
		raw: (job, now) => seconds(ageMs(job, now)),
		ages: 'always',
		upTo: (job, now) => span(Math.min(ageMs(job, now) ?? 0, widestSpanMs)),
		most: 6,
		priority: 4,
		sort: 'GmtCreateTime',
	},
	run: {
		title: 'RUN',
		help: 'run time, without the queue',
		text: (job, now) => span(runTimeMs(job, now)) || '-',
		raw: (job, now) => seconds(runTimeMs(job, now)),
		ages: 'live',
		most: 6,
		priority: 6,
	},
	wait: {
		title: 'WAIT',
		help: 'time in the queue',
		text: (job, now) => span(queueWaitMs(job, now)),
		raw: (job, now) => seconds(queueWaitMs(job, now)),
		ages: 'live',
		most: 6,
		priority: 12,
		wide: true,
	},
	quota: {
		title: 'QUOTA',
		help: 'ResourceQuotaName, else ResourceId',
		text: job => job.ResourceQuotaName || job.ResourceId,
		most: 20,
		priority: 13,
		wide: true,
	},
	priority: {
		title: 'PRI',
		help: 'Priority, 9 is the highest',
		text: job => count(job.Priority),
		align: 'right',
		most: 4,
		priority: 14,
		wide: true,
	},
	restarts: {
		title: 'RESTARTS',
		help: 'RestartTimes, with the limit where the service sends one',
		text: restarts,
		align: 'right',
		most: 8,
		priority: 15,
		wide: true,
	},
	gpuType: {
		title: 'GPU TYPE',
		help: 'the first role’s GPUType',
		text: job => job.gpuType,
		most: 18,
		priority: 16,
		wide: true,
	},
	workspace: {
		title: 'WORKSPACE',
		help: 'WorkspaceName, else WorkspaceId',
		text: job => job.WorkspaceName || job.WorkspaceId,
		most: 18,
		priority: 17,
		wide: true,
	},
	finished: {
		title: 'FINISHED',
		help: 'GmtFinishTime, UTC; of a job that is over and keeps its pods, that they are held',
		text: job => time(job.GmtFinishTime) || (statusOf(job.Status).held ? 'pods held' : ''),
		raw: job => time(job.GmtFinishTime),
		most: 20,
		priority: 19,
		wide: true,
		sort: 'GmtFinishTime',
	},
	reason: {
		title: 'REASON',
		help: 'ReasonCode; where it is missing or only says that the job failed, what ReasonMessage says',
		text: causeOfFailure,
		raw: job => maskText(job.ReasonCode || job.ReasonMessage),
		most: longestCause,
		least: 10,
		priority: 18,
		wide: true,
	},
	subStatus: { title: 'SUBSTATUS', help: 'SubStatus', text: job => job.SubStatus, most: 16, priority: 20, wide: true },
	created: {
		title: 'CREATED',
		help: 'GmtCreateTime, UTC',
		text: job => time(job.GmtCreateTime),
		most: 20,
		priority: 21,
		wide: true,
		sort: 'GmtCreateTime',
	},
	resource: {
		title: 'RESOURCE',
		help: 'ResourceType',
		text: job => job.ResourceType,
		most: 10,
		priority: 22,
		wide: true,
	},
	image: {
		title: 'IMAGE',
		help: 'the first role’s Image',
		text: job => maskText(job.image),
		isPath: true,
		most: 60,
		priority: 23,
		wide: true,
	},
} as const satisfies Record<string, Column>;

const entries: readonly (readonly [string, Column])[] = Object.entries(columns);
/** Every id, in the order of the table. */
export const columnIds: readonly string[] = entries.map(([id]) => id);
/** The ids shown when nothing else was asked for. */
export const usualColumnIds: readonly string[] = entries.filter(([, column]) => !column.wide).map(([id]) => id);

export type ColumnId = keyof typeof columns;
