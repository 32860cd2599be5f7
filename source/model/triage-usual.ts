import { preparing, type TriageContext, type TriageThresholds } from '../tables/triage-rules.ts';
import { byName } from './by-name.ts';
import { queueWaitMs } from './derive.ts';
import type { Job } from './job.ts';
import { percentilePlace } from './percentile.ts';
import { type List, Pieces } from './pieces.ts';
import { amendedNumbers, numberAt, sortNumbers } from './sorted.ts';
import { hasEnded } from './tally.ts';
import { staysOf } from './triage-stays.ts';

type Sample = readonly [name: string, ms: number];
type Samples = ReadonlyMap<string, Pieces<number>>;

/** What the jobs that have ended took, of which no time goes on: ascending, in ms. */
export type Usual = {
	/** For a preparation, by its status. */
	readonly stays: Samples;
	/** In the queue, by quota. */
	readonly waits: Samples;
};

/** A stay that goes on counts up to `now`; without it, not at all. */
const staysIn = (jobs: List<Job>, now?: number): readonly Sample[] =>
	jobs
		.flatMap(staysOf)
		.filter(({ Status }) => preparing.includes(Status))
		.flatMap(({ Status, start, end = now }): readonly Sample[] =>
			end === undefined ? [] : [[Status, Math.max(0, end - start)]],
		);

const quotaOf = (job: Job): string => job.ResourceId || job.ResourceQuotaName;

/** Of an ended job no time goes on, so that any will do. */
const waitsIn = (jobs: readonly Job[], now = 0): readonly Sample[] =>
	jobs.flatMap((job): readonly Sample[] => {
		const wait = queueWaitMs(job, now);
		return wait === undefined ? [] : [[quotaOf(job), wait]];
	});

type Named = ReadonlyMap<string, readonly Sample[]>;

const named = (samples: readonly Sample[]): Named => byName(samples, ([name]) => name);

const timesOf = (samples: Named, name: string): readonly number[] => (samples.get(name) ?? []).map(([, ms]) => ms);

const none = Pieces.of<number>([]);

const amendedSamples = (samples: Samples, less: readonly Sample[], more: readonly Sample[]): Samples => {
	const [leaving, coming] = [named(less), named(more)];
	const next = new Map(samples);
	for (const name of new Set([...leaving.keys(), ...coming.keys()])) {
		next.set(name, amendedNumbers(next.get(name) ?? none, timesOf(leaving, name), timesOf(coming, name)));
	}
	return next;
};

/** What is usual, without some jobs and with others. */
export const usualAfter = ({ stays, waits }: Usual, less: List<Job>, more: List<Job>): Usual => {
	const [leaving, coming] = [less.filter(hasEnded), more.filter(hasEnded)];
	return {
		stays: amendedSamples(stays, staysIn(leaving), staysIn(coming)),
		waits: amendedSamples(waits, waitsIn(leaving), waitsIn(coming)),
	};
};

export const usualOf = (jobs: List<Job>): Usual => usualAfter({ stays: new Map(), waits: new Map() }, [], jobs);

/** From where on a time is unusual, by name: past the share of all that are known, where there are enough of them. Found out for the names that are asked for. */
const limits = (ended: Samples, current: readonly Sample[], share: number, leastSeen: number) => {
	const now = named(current);
	const limitOf = (name: string): number | undefined => {
		const [known, more] = [ended.get(name) ?? none, sortNumbers(timesOf(now, name))];
		const count = known.length + more.length;
		return count < leastSeen ? undefined : numberAt(percentilePlace(count, share), known, more);
	};
	const found = new Map<string, number | undefined>();
	return (name: string): number | undefined => {
		if (!found.has(name)) {
			found.set(name, limitOf(name));
		}
		return found.get(name);
	};
};

/** The limits that the rules ask for, by the jobs that have ended and those that have not, as of `now` (ms since the epoch). */
export const limitsOf = (
	{ stays, waits }: Usual,
	current: readonly Job[],
	now: number,
	{ stuckShare, stuckLeastSeen, waitShare, waitLeastSeen }: TriageThresholds,
): Pick<TriageContext, 'stuckAfterMs' | 'longWaitMs'> => {
	const stuckAfter = limits(stays, staysIn(current, now), stuckShare, stuckLeastSeen);
	const longWait = limits(waits, waitsIn(current, now), waitShare, waitLeastSeen);
	return { stuckAfterMs: stuckAfter, longWaitMs: job => longWait(quotaOf(job)) };
};
