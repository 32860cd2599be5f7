import { hashOf, type NonEmpty, type Random } from './random.ts';
import { rolesOf, type Size } from './roles.ts';
import type { Spec } from './spec.ts';
import { type Quota, quotasOf, type User, type Workspace } from './tenancy.ts';
import type { Workload } from './workloads.ts';

/** Who submits what where. */
export type Submission = {
	/** Different for each job of a world. */
	readonly label: string;
	readonly user: User;
	readonly workspace: Workspace;
	readonly workload: Workload;
	readonly size: Size;
	/** Undefined: drawn. */
	readonly PaymentType: Spec['PaymentType'] | undefined;
};

/** `dlc` and 13 letters of base 36, from 64 bits of the label alone: two jobs of a world do not share one. */
const jobIdOf = (label: string): string => {
	const bits = (BigInt(hashOf(label, 1)) << 32n) | BigInt(hashOf(label, 2));
	return `dlc${bits.toString(36).padStart(13, '0')}`;
};

const callers: NonEmpty<string> = ['console', 'sdk', 'sdk', 'local', 'SilkFlow', 'openapi'];

/** Made-up keys of the kind that jobs carry in plain text. */
const secretsOf = (random: Random): Readonly<Record<string, string>> => {
	const secrets: NonEmpty<Readonly<Record<string, string>>> = [
		{ WANDB_API_KEY: `${random.letters(20)}${random.letters(20)}` },
		{ HF_TOKEN: `hf_${random.letters(34)}` },
		{ OSS_ACCESS_KEY_ID: `LTAI5t${random.letters(18)}`, OSS_ACCESS_KEY_SECRET: random.letters(30) },
		{ MLFLOW_TRACKING_PASSWORD: `demo-${random.letters(12)}` },
	];
	return random.chance(0.35) ? random.pick(secrets) : {};
};

const envsOf = (random: Random, size: Size): Readonly<Record<string, string>> => ({
	...(size.nodes > 1 ? { NCCL_DEBUG: 'INFO', NCCL_IB_TIMEOUT: '22' } : {}),
	...(random.chance(0.5) ? { PYTHONUNBUFFERED: '1' } : {}),
	...secretsOf(random),
});

const paymentOf = (random: Random, quota: Quota, size: Size): Spec['PaymentType'] => {
	if (size.nodes > 1) {
		return 'PrePaid';
	}
	const share = random.fraction();
	return share < 0.06 ? 'PostPaid' : share < 0.1 && quota.ResourceType === 'Lingjun' ? 'Spot' : 'PrePaid';
};

const oversoldOf = (random: Random): Pick<Spec, 'OversoldType' | 'UseOversoldResource'> => {
	const share = random.fraction();
	if (share < 0.75) {
		return { OversoldType: 'ForbiddenQuotaOverSold', UseOversoldResource: false };
	}
	return share < 0.8
		? { OversoldType: 'ForceQuotaOverSold', UseOversoldResource: true }
		: { OversoldType: 'AcceptQuotaOverSold', UseOversoldResource: random.chance(0.5) };
};

const submittedThrough = (random: Random): Pick<Spec, 'Caller' | 'PipelineId' | 'BusinessUserId' | 'TemplateId'> => {
	const Caller = random.pick(callers);
	return {
		Caller,
		PipelineId: Caller === 'SilkFlow' ? `flow-${random.letters(6)}` : '',
		BusinessUserId: random.chance(0.1) ? String(random.whole(100_000, 999_999)) : '',
		TemplateId: random.chance(0.15) ? `tm${random.pick(['nightly', 'sweep', 'baseline'])}01` : '',
	};
};

/** What the service keeps of a submission, with all that people usually fill in. */
export const submit = (random: Random, submission: Submission): Spec => {
	const { label, user, workspace, workload, size } = submission;
	const quota = random.pick(quotasOf(workspace));
	const DisplayName = workload.name(random);
	const PaymentType = submission.PaymentType ?? paymentOf(random, quota, size);
	const command = workload.UserCommand(DisplayName);
	return {
		JobId: jobIdOf(label),
		DisplayName,
		Description: random.chance(0.2)
			? `${workload.project}, ${random.pick(['baseline', 'ablation', 'nightly', '复现'])}`
			: '',
		JobType: workload.JobType,
		user,
		workspace,
		quota: PaymentType === 'PrePaid' ? quota : undefined,
		PaymentType,
		roles: rolesOf(random, workload.JobType, workload.Image, size),
		UserCommand: random.chance(0.04) ? `export API_TOKEN=demo-${random.letters(16)} && ${command}` : command,
		Envs: envsOf(random, size),
		Tags: {
			project: workload.project,
			...(random.chance(0.3) ? { team: random.pick(['nlp', 'vision', 'ads', '算法']) } : {}),
		},
		Priority: PaymentType === 'PrePaid' ? random.pick([1, 1, 1, 3, 5, 7, 9]) : 0,
		Accessibility: random.chance(0.7) ? 'PUBLIC' : 'PRIVATE',
		...submittedThrough(random),
		...oversoldOf(random),
		JobMaxRunningTimeMinutes: random.chance(0.2) ? 10_080 : undefined,
		JobReservedMinutes: random.chance(0.08) ? random.pick([10, 30, 60]) : 0,
		EnableSanityCheck: size.nodes > 1 && random.chance(0.6),
		EnableAssignNode: random.chance(0.03),
		restartLimit: random.chance(0.25) ? 10 : undefined,
	};
};
