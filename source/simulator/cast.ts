import type { SimulatedJob } from './job.ts';
import { lifeOf } from './life.ts';
import { oddities } from './oddities.ts';
import type { Part } from './part.ts';
import { ending, opening } from './plots.ts';
import { randomOf } from './random.ts';
import { crash, longQueue, nodeFault, noStock, timeLimit } from './reasons.ts';
import type { Size } from './roles.ts';
import type { Spec } from './spec.ts';
import { submit } from './submit.ts';
import { caller, defaultWorkspace, pretrainQuota } from './tenancy.ts';
import { evaluation, finetune, pretraining } from './workloads.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const alone: Size = { nodes: 1, gpusPerNode: 1 };
const nodes = (count: number): Size => ({ nodes: count, gpusPerNode: 8 });

const runsFor =
	(ms: number, faults = 0): Part['steps'] =>
	(random, spec) => [
		...opening(random, spec),
		...Array.from({ length: faults }).flatMap(() => [
			{ Status: 'Running', ms: ms / (faults + 1) },
			{ Status: 'Restarting', ms: random.whole(3, 12) * minute, reason: nodeFault(random, spec) },
		]),
		{ Status: 'Running', ms: ms / (faults + 1) },
		...ending(spec, 'Succeeded'),
	];

const waitsFor =
	(ms: number): Part['steps'] =>
	(random, spec) => [
		{ Status: 'Creating', ms: 3_000 },
		{ Status: 'Queuing', ms, reason: longQueue(random, spec) },
		{ Status: 'EnvPreparing', ms: 2 * minute },
		{ Status: 'Running', ms: 3 * day },
		...ending(spec, 'Succeeded'),
	];

/** Ends at its limit, which is a week. */
const runsToItsLimit: Part['steps'] = (random, spec) => [
	{ Status: 'Creating', ms: 3_000 },
	{ Status: 'Queuing', ms: 2_000 },
	{ Status: 'EnvPreparing', ms: 30_000 },
	{ Status: 'Running', ms: (spec.JobMaxRunningTimeMinutes ?? 0) * minute },
	{ Status: 'Stopping', ms: 20_000, reason: timeLimit(random, spec) },
	{ Status: 'Stopped', ms: 1_000, reason: timeLimit(random, spec) },
];

const neverScheduled: Part['steps'] = (random, spec) => [
	{ Status: 'Creating', ms: 3_000 },
	{ Status: 'Queuing', ms: 6 * hour, reason: longQueue(random, spec) },
	{ Status: 'Failed', ms: 1_000, reason: noStock(random, spec) },
];

const failsAfter =
	(ms: number): Part['steps'] =>
	(random, spec) => [
		...opening(random, spec),
		{ Status: 'Running', ms },
		...ending(spec, 'Failed', crash(random, spec)),
	];

/** The jobs that a monitor is for; some of them are older than the week that ListJobs shows of itself. */
const notable: readonly Part[] = [
	{
		DisplayName: 'llm-pretrain-7b-stage2',
		age: 74 * hour,
		workload: pretraining,
		size: nodes(8),
		steps: runsFor(19 * day, 6),
	},
	{
		DisplayName: 'llm-pretrain-72b-stage1',
		age: 26 * day,
		workload: pretraining,
		size: nodes(32),
		steps: runsFor(60 * day, 14),
	},
	{
		DisplayName: 'moe-pretrain-a3b-0.9T',
		age: 15.5 * day,
		workload: pretraining,
		size: nodes(16),
		steps: runsFor(33 * day, 9),
	},
	{
		DisplayName: 'tokenizer-ablation-long',
		age: 11 * day,
		workload: pretraining,
		size: nodes(2),
		steps: runsFor(20 * day, 2),
	},
	{
		DisplayName: '多模态-预训练-v3',
		age: 8.2 * day,
		workload: pretraining,
		size: nodes(4),
		steps: runsFor(13 * day, 3),
		fixed: { Accessibility: 'PRIVATE' },
	},
	{
		DisplayName: 'nightly-eval-中文',
		age: 12 * minute,
		workload: evaluation,
		size: nodes(1),
		steps: waitsFor(9 * hour),
	},
	{
		DisplayName: 'llm-pretrain-14b-resume',
		age: 19 * hour,
		workload: pretraining,
		size: nodes(8),
		steps: waitsFor(31 * hour),
	},
	{ DisplayName: 'reward-model-grid-h20', age: 5 * hour, workload: finetune, size: nodes(2), steps: neverScheduled },
	{
		DisplayName: 'rlhf-reward-debug-held',
		age: 3 * hour,
		workload: finetune,
		size: nodes(1),
		steps: failsAfter(50 * minute),
		fixed: { JobReservedMinutes: 720 },
	},
	{
		DisplayName: 'distill-weekly-deadline',
		age: 7 * day - 25 * minute,
		workload: finetune,
		size: nodes(2),
		steps: runsToItsLimit,
		fixed: { JobMaxRunningTimeMinutes: 10_080 },
	},
	{
		DisplayName: 'embedding-refresh-daily',
		age: 23.7 * hour,
		workload: finetune,
		size: alone,
		steps: runsToItsLimit,
		fixed: { JobMaxRunningTimeMinutes: 1_440 },
	},
];

const playerOf = (seed: number, start: number, part: Part): SimulatedJob => {
	const label = `${seed} part ${part.DisplayName}`;
	const random = randomOf(label);
	const drawn = submit(random, {
		label,
		user: caller,
		workspace: defaultWorkspace,
		workload: part.workload,
		size: part.size,
		PaymentType: 'PrePaid',
	});
	const spec: Spec = {
		...drawn,
		DisplayName: part.DisplayName,
		UserCommand: part.workload.UserCommand(part.DisplayName),
		quota: pretrainQuota,
		EnableSanityCheck: false,
		JobReservedMinutes: 0,
		JobMaxRunningTimeMinutes: undefined,
		restartLimit: 20,
		...part.fixed,
	};
	const life = lifeOf(start - part.age, part.steps(random, spec), spec);
	return { spec, life, ...(part.reshape === undefined ? {} : { reshape: part.reshape }) };
};

/** The notable and the odd jobs of a world. */
export const castOf = (seed: number, start: number): SimulatedJob[] =>
	[...notable, ...oddities].map(part => playerOf(seed, start, part));
