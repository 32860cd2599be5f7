import type { JsonObject } from '../model/json.ts';
import type { SimulatedJob } from './job.ts';
import { begun, isTerminal, type Life, type Phase, phaseAt } from './life.ts';
import { nodeNames, podItems } from './pods.ts';
import { present } from './present.ts';
import { cpusOf, gpusOf, memoryGiOf, podsOf, type Role, type Spec } from './spec.ts';
import { gmt } from './time.ts';

const seconds = (ms: number): number => Math.floor(ms / 1_000);

const jobSpec = (spec: Spec, { Type, PodCount, Image, GPU, CPU, memoryGi }: Role): JsonObject =>
	present({
		Type,
		PodCount,
		Image,
		EcsSpec: spec.quota === undefined ? (GPU === 0 ? 'ecs.g7.2xlarge' : 'ecs.gn7i-c8g1.2xlarge') : '',
		ResourceConfig: {
			CPU: String(CPU),
			GPU: String(GPU),
			GPUType: GPU === 0 ? '' : (spec.quota?.GPUType ?? 'A10-24G'),
			Memory: `${memoryGi}Gi`,
			SharedMemory: `${Math.ceil(memoryGi / 2)}Gi`,
		},
		UseSpotInstance: spec.PaymentType === 'Spot',
		SpotSpec:
			spec.PaymentType === 'Spot'
				? { SpotStrategy: 'SpotWithPriceLimit', SpotDiscountLimit: 0.7, SpotPriceLimit: 0 }
				: undefined,
		AssignNodeSpec: { EnableAssignNode: spec.EnableAssignNode, NodeNames: '', AntiAffinityNodeNames: '' },
		ImageConfig: { DockerRegistry: '', Username: '', Password: '', Auth: '' },
	});

const settings = (spec: Spec): JsonObject => ({
	Caller: spec.Caller,
	BusinessUserId: spec.BusinessUserId,
	PipelineId: spec.PipelineId,
	Tags: spec.Tags,
	OversoldType: spec.OversoldType,
	EnableSanityCheck: spec.EnableSanityCheck,
	EnableRDMA: spec.quota?.ResourceType === 'Lingjun',
	EnableErrorMonitoringInAIMaster: spec.restartLimit !== undefined,
	JobReservedMinutes: spec.JobReservedMinutes,
	JobReservedPolicy: spec.JobReservedMinutes === 0 ? '' : 'Always',
	AdvancedSettings: {},
});

/** What was asked for: the part of an item that never changes. */
export const specItem = (spec: Spec): JsonObject =>
	present({
		JobId: spec.JobId,
		DisplayName: spec.DisplayName,
		JobType: spec.JobType,
		UserId: spec.user.UserId,
		Username: spec.user.Username,
		TenantId: '1048576013',
		WorkspaceId: spec.workspace.WorkspaceId,
		WorkspaceName: spec.workspace.WorkspaceName,
		ResourceId: spec.quota?.ResourceId ?? '',
		ResourceName: spec.quota?.ResourceQuotaName ?? '',
		ResourceQuotaName: spec.quota?.ResourceQuotaName ?? '',
		ResourceLevel: spec.quota?.ResourceLevel ?? 'L0',
		ResourceType: spec.quota?.ResourceType ?? (spec.PaymentType === 'Spot' ? 'Lingjun' : 'ECS'),
		Accessibility: spec.Accessibility,
		Priority: spec.Priority,
		JobMaxRunningTimeMinutes: spec.JobMaxRunningTimeMinutes,
		JobSpecs: spec.roles.map(role => jobSpec(spec, role)),
		RequestGPU: String(gpusOf(spec)),
		RequestCPU: cpusOf(spec),
		RequestMemory: `${memoryGiOf(spec)}Gi`,
		UserCommand: spec.UserCommand,
		WorkingDir: '/root/code',
		Envs: spec.Envs,
		CodeSource: { CodeSourceId: '', Branch: '', Commit: '', MountPath: '' },
		DataSources: [{ DataSourceId: `data-${spec.workspace.WorkspaceId}corpus`, MountPath: '/mnt/oss' }],
		UserVpc: {
			VpcId: 'vpc-bp1demo4x7k2',
			SwitchId: 'vsw-bp1demo0q9z',
			SecurityGroupId: 'sg-bp1demo6h3',
			ExtendedCidrs: [],
			DefaultRoute: 'eth0',
		},
		Settings: settings(spec),
		EnablePreemptibleJob: spec.PaymentType === 'Spot',
		UseOversoldResource: spec.UseOversoldResource,
		TemplateId: spec.TemplateId === '' ? undefined : spec.TemplateId,
		TemplateName: spec.TemplateId === '' ? undefined : `${spec.TemplateId}-template`,
		IsDeleted: false,
	});

const firstAt = (phases: readonly Phase[], isIt: (phase: Phase) => boolean): number | undefined =>
	phases.find(isIt)?.at;
const time = (at: number | undefined): string | undefined => (at === undefined ? undefined : gmt(at));

/** The milestones of a life up to an instant, in ms; absent until they are reached. */
export const milestones = (life: Life, now: number) => {
	const phases = begun(life, now);
	const finished = firstAt(phases, phase => isTerminal(phase.Status));
	const ended = (Status: string): number | undefined => firstAt(phases, phase => phase.Status === Status);
	return {
		GmtCreateTime: life[0].at,
		GmtSubmittedTime: firstAt(phases, phase => phase.Status !== 'Creating'),
		GmtRunningTime: ended('Running'),
		GmtSuccessedTime: ended('Succeeded'),
		GmtFailedTime: ended('Failed'),
		GmtStoppedTime: ended('Stopped'),
		GmtFinishTime: finished,
		GmtModifiedTime: phaseAt(life, now).at,
		/** From the creation, queueing included, to the end or till now. */
		durationMs: (finished ?? now) - life[0].at,
	};
};

export const restartsOf = (life: Life, now: number): number =>
	begun(life, now).filter(phase => phase.Status === 'Restarting').length;

export const statusHistory = (phases: readonly Phase[]): readonly JsonObject[] =>
	phases.map(({ Status, at, reason }, index) =>
		present({
			Status,
			StartTime: gmt(at),
			EndTime: time(phases[index + 1]?.at),
			ReasonCode: reason.ReasonCode,
			ReasonMessage: reason.ReasonMessage,
		}),
	);

/** How a job stands at an instant: the part of an item that changes. */
const lifeItem = ({ spec, life }: SimulatedJob, now: number): JsonObject => {
	const phases = begun(life, now);
	const { Status, reason } = phaseAt(life, now);
	const reached = milestones(life, now);
	const restarts = restartsOf(life, now);
	const nodes = nodeNames(spec, phases);
	return present({
		Status,
		SubStatus: reason.SubStatus ?? '',
		ReasonCode: reason.ReasonCode,
		ReasonMessage: reason.ReasonMessage,
		GmtCreateTime: gmt(reached.GmtCreateTime),
		GmtSubmittedTime: time(reached.GmtSubmittedTime),
		GmtRunningTime: time(reached.GmtRunningTime),
		GmtSuccessedTime: time(reached.GmtSuccessedTime),
		GmtFailedTime: time(reached.GmtFailedTime),
		GmtStoppedTime: time(reached.GmtStoppedTime),
		GmtFinishTime: time(reached.GmtFinishTime),
		GmtModifiedTime: gmt(reached.GmtModifiedTime),
		Duration: seconds(reached.durationMs),
		StatusHistory: statusHistory(phases),
		Pods: podItems(spec, phases),
		NodeCount: String(podsOf(spec)),
		NodeNames: nodes,
		JobReplicaStatuses: spec.roles.map(({ Type, PodCount }) => ({
			Type,
			Active: nodes.length > 0 && !isTerminal(Status) ? PodCount : 0,
			Queuing: Status === 'Queuing' ? PodCount : 0,
			Dequeued: 0,
		})),
		RestartTimes: spec.restartLimit === undefined ? String(restarts) : `${restarts}/${spec.restartLimit}`,
		RetryCount: restarts,
	});
};

/** A job as ListJobs shows it at an instant not before its creation; before a reshaping, see {@link itemAt}. */
export const plainItemAt = (job: SimulatedJob, now: number): JsonObject => ({
	...specItem(job.spec),
	...lifeItem(job, now),
});

/** A job as ListJobs sends it at an instant. */
export const itemAt = (job: SimulatedJob, now: number): JsonObject => {
	const item = plainItemAt(job, now);
	return job.reshape === undefined ? item : job.reshape(item);
};
