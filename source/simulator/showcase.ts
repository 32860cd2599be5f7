import { along, type Curve } from './curves.ts';
import type { Step } from './life.ts';
import { creating, ending, opening, type Plot, preparing, queuing } from './plots.ts';
import type { NonEmpty, Random } from './random.ts';
import {
	crash,
	crashAndRestart,
	imagePull,
	longQueue,
	nodeFault,
	slowCreation,
	slowImagePull,
	slowStop,
	stoppedBy,
	timeLimit,
} from './reasons.ts';

/**
 * Lives that stay long in a rare status. Each comes from a stream that sends one every few minutes and each stays
 * longer than that, so that every status is on the screen at any time.
 */
const minute = 60_000;

const minutes = (random: Random, from: number, to: number): number => random.whole(from * 60, to * 60) * 1_000;
const soon = (random: Random): NonEmpty<Step> => [
	creating(random),
	{ Status: 'Queuing', ms: 2_000 },
	{ Status: 'EnvPreparing', ms: 9_000 },
];
const running = (random: Random, from: number, to: number): Step => ({
	Status: 'Running',
	ms: minutes(random, from, to),
});

export const longCreation: Plot = (random, spec) => [
	{ Status: 'Creating', ms: minutes(random, 8, 11), reason: slowCreation(random, spec) },
	queuing(random),
	preparing(random),
	running(random, 4, 30),
	...ending(spec, 'Succeeded'),
];

export const longBid: Plot = (random, spec) => [
	creating(random),
	{ Status: 'Queuing', ms: 2_000 },
	{ Status: 'Bidding', ms: minutes(random, 13, 18) },
	preparing(random),
	running(random, 6, 50),
	...ending(spec, 'Succeeded'),
];

export const stuckPreparing: Plot = (random, spec) => [
	creating(random),
	{ Status: 'Queuing', ms: 2_000 },
	{ Status: 'EnvPreparing', ms: minutes(random, 20, 35), reason: slowImagePull(random, spec) },
	{ Status: 'Failed', ms: 1_000, reason: imagePull(random, spec) },
];

export const longCheck: Plot = (random, spec) => [
	...soon(random),
	{ Status: 'SanityChecking', ms: minutes(random, 32, 45) },
	running(random, 40, 300),
	...ending(spec, 'Succeeded'),
];

export const longRestart: Plot = (random, spec) => [
	...soon(random),
	running(random, 2, 3),
	{ Status: 'Restarting', ms: minutes(random, 12, 15), reason: nodeFault(random, spec) },
	running(random, 10, 40),
	...ending(spec, 'Succeeded'),
];

export const crashLoop: Plot = (random, spec) => [
	...soon(random),
	...Array.from({ length: random.whole(6, 10) }).flatMap(() => [
		{ Status: 'Running', ms: random.whole(35, 80) * 1_000 },
		{ Status: 'Restarting', ms: random.whole(15, 35) * 1_000, reason: crashAndRestart(random, spec) },
	]),
	{ Status: 'Running', ms: random.whole(35, 80) * 1_000 },
	...ending(spec, 'Failed', crash(random, spec)),
];

export const longStop: Plot = (random, spec) => [
	...soon(random),
	running(random, 3, 4),
	{ Status: 'Stopping', ms: minutes(random, 14, 18), reason: slowStop(random, spec) },
	{ Status: 'Stopped', ms: 1_000, reason: stoppedBy(random, spec) },
];

/** Both need `JobReservedMinutes` of half an hour or more. */
export const heldAfterSuccess: Plot = (random, spec) => [
	...soon(random),
	running(random, 5, 9),
	...ending(spec, 'Succeeded'),
];
export const heldAfterFailure: Plot = (random, spec) => [
	...soon(random),
	running(random, 4, 8),
	...ending(spec, 'Failed', crash(random, spec)),
];

const queueCurve: Curve = [
	[0, 1_500],
	[0.5, 4_800],
	[1, 21_600],
];

export const longWait: Plot = (random, spec) => [
	creating(random),
	{ Status: 'Queuing', ms: along(queueCurve, random.fraction()), reason: longQueue(random, spec) },
	preparing(random),
	running(random, 5, 60),
	...ending(spec, 'Succeeded'),
];

/** Runs into `JobMaxRunningTimeMinutes`. */
export const overTime: Plot = (random, spec) => [
	...soon(random),
	{ Status: 'Running', ms: (spec.JobMaxRunningTimeMinutes ?? 60) * minute },
	{ Status: 'Stopping', ms: random.whole(5, 30) * 1_000, reason: timeLimit(random, spec) },
	{ Status: 'Stopped', ms: 1_000, reason: timeLimit(random, spec) },
];

const trainingCurve: Curve = [
	[0, 3 * 3_600],
	[0.3, 20 * 3_600],
	[0.7, 5 * 86_400],
	[1, 21 * 86_400],
];

/** A training over many machines: hours to weeks, interrupted now and then by a machine that dies. */
export const training: Plot = (random, spec) => {
	const runMs = along(trainingCurve, random.fraction());
	const faults = Math.min(8, Math.floor(runMs / (36 * 3_600_000)));
	const part: Step = { Status: 'Running', ms: runMs / (faults + 1) };
	return [
		...opening(random, spec),
		...Array.from({ length: faults }).flatMap(() => [
			part,
			{ Status: 'Restarting', ms: minutes(random, 2, 14), reason: nodeFault(random, spec) },
		]),
		part,
		...(random.chance(0.25) ? ending(spec, 'Failed', crash(random, spec)) : ending(spec, 'Succeeded')),
	];
};
