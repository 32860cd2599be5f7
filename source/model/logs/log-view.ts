import type { Failure } from '../failure.ts';
import type { Job } from '../job.ts';
import type { Size } from '../state.ts';
import type { CatchUp } from './catch-up.ts';
import { type Feed, type LineRange, mostLines } from './feed.ts';
import type { LogFilter } from './filter.ts';
import { type Held, type Lines, nothingHeld } from './held.ts';
import { firstPod, type LogPod, podsOf } from './pods.ts';
import type { Since } from './since.ts';
import type { Place, Shape } from './window.ts';

/** The screen of events and logs. */
export type LogView = {
	readonly job: Job;
	/** Where it was opened from, and Esc goes back to. */
	readonly over: 'list' | 'detail';
	readonly pods: readonly LogPod[];
	/** Index of the pod; of no meaning without pods. */
	readonly pod: number;
	readonly kind: Feed['kind'];
	readonly held: Held;
	/** What the request in flight asks for, and the last one that was sent. */
	readonly asked: LineRange;
	/** The number of the request in flight, and when it was sent. */
	readonly request: number | undefined;
	readonly askedAt: number;
	/** When the last request that was answered had been sent, ms since the epoch; undefined before the first answer. */
	readonly answeredAsk: number | undefined;
	/** Lines that came but do not reach back to those that are held, while what lies between is asked for. */
	readonly catchUp: CatchUp | undefined;
	/** Whether it asks again by itself, until all was read of what has ended. */
	readonly follows: boolean;
	/** Whether what prints the lines has ended, and all of them were read: nothing more will come. */
	readonly ended: boolean;
	/** The wait for the next request while it follows: short while lines come, longer while none do. */
	readonly periodMs: number;
	/** Failures in a row. */
	readonly attempt: number;
	readonly failure: Failure | undefined;
	/** Top of the window; undefined stays at the end. */
	readonly place: Place | undefined;
	readonly wraps: boolean;
	readonly stamps: boolean;
	/** Whether secrets are shown. */
	readonly unmasked: boolean;
	/** Which lines are shown; undefined for all. */
	readonly filter: LogFilter | undefined;
	/** From when on; undefined leaves it to the service. */
	readonly since: Since | undefined;
	/** The word that is searched for, and the line of the hit one is at. */
	readonly search: string;
	readonly hit: number | undefined;
};

export const shortestPeriodMs = 2000;

/** Another source of lines: nothing of the former one stays. */
export const fresh = {
	held: nothingHeld,
	asked: { StartTime: undefined, most: mostLines },
	request: undefined,
	answeredAsk: undefined,
	catchUp: undefined,
	ended: false,
	periodMs: shortestPeriodMs,
	attempt: 0,
	failure: undefined,
	place: undefined,
	hit: undefined,
} as const;

export const openLogView = (job: Job, over: LogView['over'], unmasked = false): LogView => {
	const pods = podsOf(job);
	return {
		...fresh,
		job,
		over,
		pods,
		pod: firstPod(pods),
		kind: pods.length === 0 ? 'job-events' : 'log',
		askedAt: 0,
		follows: true,
		wraps: true,
		stamps: true,
		search: '',
		unmasked,
		filter: undefined,
		since: undefined,
	};
};

/** What is asked for now. */
export const feedOf = ({ job: { JobId }, pods, pod, kind }: LogView): Feed => {
	const chosen = pods[pod];
	return kind === 'job-events' || chosen === undefined
		? { kind: 'job-events', JobId }
		: { kind, JobId, PodId: chosen.PodId, PodUid: chosen.PodUid };
};

/** The feeds in the order of `Tab`: those that there are. */
export const kindsOf = ({ pods }: Pick<LogView, 'pods'>): readonly Feed['kind'][] =>
	pods.length === 0 ? ['job-events'] : ['log', 'pod-events', 'job-events'];

/** Two lines above the text, one below it, and the last row of the terminal stays free. */
const linesAround = 4;
/** A sign before each row: the hit one is at. */
export const gutter = 2;

/** All lines that are held, with their secrets or without: one object for as long as they are the same. */
export const allLines = ({ held, unmasked }: Pick<LogView, 'held' | 'unmasked'>): Lines =>
	unmasked ? held : maskedLines(held);

const maskedOf = new WeakMap<Held, Lines>();

const maskedLines = (held: Held): Lines => {
	const known = maskedOf.get(held) ?? { lines: held.masked, dropped: held.dropped };
	maskedOf.set(held, known);
	return known;
};

/** The lines to show: all, or those that the filter leaves. */
export const shownLines = (view: LogView): Lines => view.filter ?? allLines(view);

export const shapeOf = (view: LogView, { columns, rows }: Size): Shape => ({
	held: shownLines(view),
	wraps: view.wraps,
	stamps: view.stamps,
	width: Math.max(1, columns - gutter),
	height: Math.max(1, rows - linesAround),
});
