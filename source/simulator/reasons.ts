import type { Reason } from './life.ts';
import type { NonEmpty, Random } from './random.ts';
import { gpusOf, type Role, type Spec } from './spec.ts';

type Story = (random: Random, spec: Spec) => Reason;

const firstImage = (spec: Spec): string => spec.roles[0]?.Image ?? '';
/** The role whose pods fail. */
const failingRole = (spec: Spec): Role | undefined => spec.roles.at(-1);
const aPod = (random: Random, spec: Spec): string => {
	const role = failingRole(spec);
	return `${spec.JobId}-${(role?.Type ?? 'worker').toLowerCase()}-${random.whole(0, (role?.PodCount ?? 1) - 1)}`;
};

const processFailed =
	(ExitCode: number, tell: (random: Random, spec: Spec) => string): Story =>
	(random, spec) => ({
		ReasonCode: 'JobFailed',
		ReasonMessage: `Pod ${aPod(random, spec)} exited with code ${ExitCode}: ${tell(random, spec)}`,
		ExitCode,
		PodReason: ExitCode === 137 ? 'OOMKilled' : 'Error',
	});

/** Only a pod with GPUs dies of it. */
const outOfDeviceMemory = processFailed(
	1,
	(random, spec) =>
		`torch.OutOfMemoryError: CUDA out of memory. Tried to allocate ${random.whole(1, 39)}.${random.whole(10, 99)} GiB. GPU ${random.whole(0, (failingRole(spec)?.GPU ?? 1) - 1)} has ${random.whole(20, 900)} MiB free`,
);

/** Only GPUs that wait for each other die of it. */
const collectiveTimeout = processFailed(
	1,
	(random, spec) =>
		`[rank${random.whole(0, gpusOf(spec) - 1)}] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=${random.whole(900, 90_000)}, OpType=ALLREDUCE, Timeout(ms)=1800000)`,
);

/** How programs die without a GPU, too. */
const programCrashes: NonEmpty<Story> = [
	processFailed(
		1,
		(random, spec) =>
			`FileNotFoundError: [Errno 2] No such file or directory: '/mnt/data/${spec.user.Username}/shard-${random.whole(0, 511)}.tar'`,
	),
	// A container is killed as it reaches what its pod may use.
	processFailed(137, (_, spec) => `container used ${failingRole(spec)?.memoryGi ?? 0} GiB of memory and was killed`),
	processFailed(1, random => `ValueError: loss is nan at step ${random.whole(40, 90_000)}`),
	processFailed(2, () => "train.py: error: argument --lr: invalid float value: '2e-5,' (see train.py --help)"),
	processFailed(
		1,
		random => `KeyError: 'model.layers.${random.whole(0, 79)}.mlp.gate_proj.weight' while loading the checkpoint`,
	),
	processFailed(139, () => 'Segmentation fault (core dumped)'),
	processFailed(
		1,
		() => 'RuntimeError: DataLoader worker (pid 613) is killed by signal: Bus error. Shared memory may be too small',
	),
];

const crashes: NonEmpty<Story> = [outOfDeviceMemory, collectiveTimeout, ...programCrashes];

/** Whether the pod that fails, and the job, have what the story is about. */
const fits = (story: Story, spec: Spec): boolean => {
	const least = story === outOfDeviceMemory ? 1 : story === collectiveTimeout ? 2 : 0;
	return least === 0 || ((failingRole(spec)?.GPU ?? 0) > 0 && gpusOf(spec) >= least);
};

export const crash: Story = (random, spec) => {
	const drawn = random.pick(crashes);
	return (fits(drawn, spec) ? drawn : random.pick(programCrashes))(random, spec);
};

export const imagePull: Story = (random, spec) => ({
	ReasonCode: 'ImagePullFailed',
	ReasonMessage: `Pod ${aPod(random, spec)} is in ImagePullBackOff: failed to pull ${firstImage(spec)}: manifest unknown`,
	PodReason: 'ImagePullBackOff',
});

export const slowImagePull: Story = (random, spec) => ({
	ReasonCode: 'JobEnvPreparing',
	ReasonMessage: `Pod ${aPod(random, spec)} is pulling ${firstImage(spec)} (${random.whole(11, 48)} GiB), ${random.whole(2, 6)} attempts so far`,
});

export const noStock: Story = (_random, spec) => ({
	ReasonCode: 'ResourceAllocateFailed',
	ReasonMessage: `No resources for ${spec.JobType} ${spec.JobId} in ${spec.quota?.ResourceQuotaName ?? 'the public resources'}.`,
});

export const longQueue: Story = (random, spec) => ({
	ReasonCode: 'JobEnqueued',
	ReasonMessage: `${random.whole(2, 19)} jobs before this one in the queue of ${spec.quota?.ResourceQuotaName ?? 'the public resources'}; 0 of ${Math.max(1, random.whole(1, 8))} GPUs free.`,
});

export const nodeFault: Story = (random, spec) => ({
	ReasonCode: 'NodeUnhealthy',
	ReasonMessage: `Pod ${aPod(random, spec)} lost its node ${spec.quota?.machines ?? 'ecs-'}${random.letters(5)}: ${random.pick(['Xid 79, GPU has fallen off the bus', 'uncorrectable ECC error on GPU 3', 'RDMA link bond1 is down', 'kubelet stopped posting node status'])}`,
	SubStatus: 'Restarting',
	ExitCode: 255,
	PodReason: 'NodeLost',
});

export const crashAndRestart: Story = (random, spec) => ({ ...crash(random, spec), SubStatus: 'Restarting' });

export const preempted: Story = (_random, spec) => ({
	ReasonCode: 'JobPreempted',
	ReasonMessage: `${spec.JobType} ${spec.JobId} ran on idle resources that their owner needs; it is queued again.`,
	SubStatus: 'Restarting',
	PodReason: 'Preempted',
});

export const stoppedBy: Story = (_random, spec) => ({
	ReasonCode: 'JobStoppedByUser',
	ReasonMessage: `${spec.JobType} ${spec.JobId} is stopped by user ${spec.user.Username}.`,
});

export const timeLimit: Story = (_random, spec) => ({
	ReasonCode: 'JobMaxRunningTimeExceeded',
	ReasonMessage: `${spec.JobType} ${spec.JobId} ran for its maximum of ${spec.JobMaxRunningTimeMinutes ?? 0} minutes.`,
});

export const slowStop: Story = (_random, spec) => ({
	ReasonCode: 'JobStoppedByUser',
	ReasonMessage: `${spec.JobType} ${spec.JobId} writes a last checkpoint before it stops.`,
});

export const slowCreation: Story = (_random, spec) => ({
	ReasonCode: 'JobCreating',
	ReasonMessage: `${spec.JobType} ${spec.JobId} waits for its data set version to be published.`,
});
