import { ordinary, type Plot } from './plots.ts';
import type { NonEmpty, Random } from './random.ts';
import { multiNode, type Size, singleNode } from './roles.ts';
import * as showcase from './showcase.ts';
import type { Spec } from './spec.ts';
import type { Submission } from './submit.ts';
import {
	caller,
	colleagues,
	defaultWorkspace,
	otherWorkspaces,
	pretrainQuota,
	type User,
	type Workspace,
} from './tenancy.ts';
import { anyWorkload, evaluation, finetune, pretraining, type Workload } from './workloads.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** From when on jobs come as densely as they do while one watches. Ms before the start of the world. */
const liveFrom = -2 * hour;

/** A source of jobs: one in each stretch of `every` ms, at a moment drawn by chance, between two instants relative to the world's start. */
export type Stream = {
	readonly name: string;
	readonly from: number;
	readonly until: number;
	readonly every: number;
	readonly who: (random: Random) => { readonly user: User; readonly workspace: Workspace };
	readonly what: (random: Random) => { readonly workload: Workload; readonly size: Size };
	readonly plot: Plot;
	/** What is fixed in this stream and not drawn. */
	readonly fixed?: Partial<Spec>;
};

const own = (): ReturnType<Stream['who']> => ({ user: caller, workspace: defaultWorkspace });
const everyWorkspace: NonEmpty<Workspace> = [defaultWorkspace, defaultWorkspace, ...otherWorkspaces];
const others: Stream['who'] = random => {
	const workspace = random.pick(everyWorkspace);
	const isCaller = workspace !== defaultWorkspace && random.chance(0.2);
	return { user: isCaller ? caller : random.pick(colleagues), workspace };
};
const anyone: Stream['who'] = random => (random.chance(0.3) ? own() : others(random));

const anything: Stream['what'] = random => ({ workload: anyWorkload(random), size: singleNode(random) });
const alone = { nodes: 1, gpusPerNode: 1 };

/** A rare status of the caller's own jobs, always to be seen. */
const shown = (name: string, everyMinutes: number, plot: Plot, fixed: Partial<Spec> = {}): Stream => ({
	name,
	from: liveFrom,
	until: Number.POSITIVE_INFINITY,
	every: everyMinutes * minute,
	who: own,
	what: random => ({ workload: random.pick([finetune, finetune, evaluation]), size: alone }),
	plot,
	fixed: { PaymentType: 'PrePaid', JobReservedMinutes: 0, ...fixed },
});

const kept = { JobReservedMinutes: 40 };
const looping = { restartLimit: 10 };

export const streams: readonly Stream[] = [
	{
		name: 'own, long ago',
		from: -30 * day,
		until: -7 * day,
		every: 110 * minute,
		who: own,
		what: anything,
		plot: ordinary,
	},
	{
		name: 'own, this week',
		from: -7 * day,
		until: liveFrom,
		every: 27.53 * minute,
		who: own,
		what: anything,
		plot: ordinary,
	},
	{ name: 'others', from: -30 * day, until: liveFrom, every: 35 * minute, who: others, what: anything, plot: ordinary },
	{
		name: 'own, now',
		from: liveFrom,
		until: Number.POSITIVE_INFINITY,
		every: 0.75 * minute,
		who: own,
		what: anything,
		plot: ordinary,
	},
	{
		name: 'others, now',
		from: liveFrom,
		until: Number.POSITIVE_INFINITY,
		every: 1.5 * minute,
		who: others,
		what: anything,
		plot: ordinary,
	},
	{
		name: 'multi-node',
		from: -30 * day,
		until: Number.POSITIVE_INFINITY,
		every: 11 * hour,
		who: anyone,
		what: random => ({ workload: pretraining, size: multiNode(random) }),
		plot: showcase.training,
		fixed: {
			quota: pretrainQuota,
			PaymentType: 'PrePaid',
			JobMaxRunningTimeMinutes: undefined,
			restartLimit: 20,
			Priority: 7,
		},
	},
	{
		...shown('long check', 20, showcase.longCheck, {
			quota: pretrainQuota,
			EnableSanityCheck: true,
			JobMaxRunningTimeMinutes: undefined,
		}),
		what: () => ({ workload: pretraining, size: { nodes: 2, gpusPerNode: 8 } }),
	},
	shown('long creation', 5, showcase.longCreation),
	shown('long bid', 8, showcase.longBid, { PaymentType: 'Spot' }),
	shown('stuck preparing', 12, showcase.stuckPreparing),
	shown('long restart', 7, showcase.longRestart, looping),
	shown('crash loop', 10, showcase.crashLoop, looping),
	shown('long stop', 8, showcase.longStop),
	shown('held after success', 20, showcase.heldAfterSuccess, kept),
	shown('held after failure', 20, showcase.heldAfterFailure, kept),
	shown('long wait', 12, showcase.longWait),
	shown('over time', 30, showcase.overTime, { JobMaxRunningTimeMinutes: 60 }),
];

/** What job `number` of a stream is, before it is submitted; `random` must be that job's own. */
export const submissionOf = (stream: Stream, label: string, random: Random): Submission => ({
	label,
	...stream.who(random),
	...stream.what(random),
	PaymentType: stream.fixed?.PaymentType,
});
