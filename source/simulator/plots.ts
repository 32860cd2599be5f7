import { along, lifeCurve, waitCurve } from './curves.ts';
import type { Step } from './life.ts';
import type { NonEmpty, Random } from './random.ts';
import { crash, crashAndRestart, imagePull, noStock, preempted, stoppedBy } from './reasons.ts';
import type { Spec } from './spec.ts';

/** What happens to a job: its steps in order, drawn by chance. */
export type Plot = (random: Random, spec: Spec) => NonEmpty<Step>;

const second = 1_000;
const minute = 60 * second;

/** Ends, in shares of all jobs. 23 % fail, as published; how they fail, and the stops, are ours. */
const shares = { failsToStart: 0.03, failsInQueue: 0.005, crashes: 0.195, stopped: 0.07 };
/** Share of the jobs on idle resources that lose them once. */
const preemptedShare = 0.2;

export const creating = (random: Random): Step => ({ Status: 'Creating', ms: random.whole(1, 5) * second });
export const queuing = (random: Random): Step => ({ Status: 'Queuing', ms: along(waitCurve, random.fraction()) });
export const preparing = (random: Random): Step => ({ Status: 'EnvPreparing', ms: random.whole(4, 75) * second });

/** Creation to the first run, with a bid and a check of the nodes where the job has them. */
export const opening = (random: Random, spec: Spec): NonEmpty<Step> => [
	creating(random),
	queuing(random),
	...(spec.PaymentType === 'Spot' ? [{ Status: 'Bidding', ms: random.whole(10, 240) * second }] : []),
	preparing(random),
	...(spec.EnableSanityCheck ? [{ Status: 'SanityChecking', ms: random.whole(60, 420) * second }] : []),
];

/** The end of a run, with its pods kept for a while where the job says so. */
export const ending = (spec: Spec, Status: 'Succeeded' | 'Failed', reason?: Step['reason']): readonly Step[] => {
	const why = reason === undefined ? {} : { reason };
	const end = { Status, ms: second, ...why };
	return spec.JobReservedMinutes === 0
		? [end]
		: [{ Status: `${Status}Reserving`, ms: spec.JobReservedMinutes * minute, ...why }, end];
};

const runsWithRestarts = (random: Random, spec: Spec, runMs: number): readonly Step[] => {
	const restarts = spec.restartLimit === undefined || random.chance(0.6) ? 0 : random.whole(1, 3);
	const part = runMs / (restarts + 1);
	return Array.from({ length: restarts }).flatMap(() => [
		{ Status: 'Running', ms: part },
		{ Status: 'Restarting', ms: random.whole(8, 90) * second, reason: crashAndRestart(random, spec) },
	]);
};

const failing = (random: Random, spec: Spec, runMs: number): NonEmpty<Step> => {
	const restarts = runsWithRestarts(random, spec, runMs);
	const left = runMs / (restarts.length / 2 + 1);
	return [
		...opening(random, spec),
		...restarts,
		{ Status: 'Running', ms: left },
		...ending(spec, 'Failed', crash(random, spec)),
	];
};

const stopping = (random: Random, spec: Spec, runMs: number): NonEmpty<Step> => {
	const reason = stoppedBy(random, spec);
	return [
		...opening(random, spec),
		{ Status: 'Running', ms: runMs },
		{ Status: 'Stopping', ms: random.whole(3, 40) * second, reason },
		{ Status: 'Stopped', ms: second, reason },
	];
};

const preemptedOnce = (random: Random, spec: Spec, runMs: number): NonEmpty<Step> => [
	...opening(random, spec),
	{ Status: 'Running', ms: runMs / 2 },
	{ Status: 'Queuing', ms: random.whole(1, 20) * minute, reason: preempted(random, spec) },
	preparing(random),
	{ Status: 'Running', ms: runMs / 2 },
	...ending(spec, 'Succeeded'),
];

/** What happens to most jobs. The draws follow the published shares of ends, lives and waits. */
export const ordinary: Plot = (random, spec) => {
	const runMs = along(lifeCurve, random.fraction());
	let share = random.fraction();
	const falls = (into: number): boolean => {
		share -= into;
		return share < 0;
	};
	if (falls(shares.failsToStart)) {
		const reason = imagePull(random, spec);
		return [
			creating(random),
			queuing(random),
			{ Status: 'EnvPreparing', ms: random.whole(3, 10) * minute },
			{ Status: 'Failed', ms: second, reason },
		];
	}
	if (falls(shares.failsInQueue)) {
		return [creating(random), queuing(random), { Status: 'Failed', ms: second, reason: noStock(random, spec) }];
	}
	if (falls(shares.crashes)) {
		return failing(random, spec, runMs);
	}
	if (falls(shares.stopped)) {
		return stopping(random, spec, runMs);
	}
	if (spec.UseOversoldResource && random.chance(preemptedShare)) {
		return preemptedOnce(random, spec, runMs);
	}
	return [...opening(random, spec), { Status: 'Running', ms: runMs }, ...ending(spec, 'Succeeded')];
};
