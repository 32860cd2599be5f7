import { any, flag, type Infer, itself, list, map, number, object, only, type Schema, text } from '../model/schema.ts';
import { autoScalingSpec, jobSpec, jobSpecFields, resourceConfig } from './job-spec.ts';

const podFields = {
	GmtCreateTime: text,
	GmtFinishTime: text,
	GmtStartTime: text,
	Ip: text,
	NodeName: text,
	PodId: text,
	PodIp: text,
	PodIps: list(object({ InterfaceName: text, Ip: text })),
	PodUid: text,
	Status: text,
	SubStatus: text,
	Type: text,
	supportedProfilingTypes: text,
};

/** A pod, with the pods that stood in its place before a restart. */
export type PodItem = {
	readonly [Name in keyof typeof podFields]?: Infer<(typeof podFields)[Name]>;
} & { readonly HistoryPods?: readonly PodItem[] };

const pod: Schema<PodItem> = object({ ...podFields, HistoryPods: list(itself(() => pod)) });

const settings = object({
	AdvancedSettings: map(any),
	AllocateAllRDMADevices: flag,
	AllowUnschedulableNodes: flag,
	BusinessUserId: text,
	Caller: text,
	DataJuicerConfig: object({
		CommandType: text,
		EnableResourceEstimation: flag,
		ExecutionMode: text,
		ResourceLimit: object({ CPU: text, GPU: text, Memory: text }),
	}),
	DisableEcsStockCheck: flag,
	Driver: text,
	ElasticSpotJobMaxRestartTimes: number,
	EnableCPUAffinity: flag,
	EnableDSWDev: flag,
	EnableErrorMonitoringInAIMaster: flag,
	EnableOssAppend: flag,
	EnableRDMA: flag,
	EnableSanityCheck: flag,
	EnableTideResource: flag,
	ErrorMonitoringArgs: text,
	JobReservedMinutes: number,
	JobReservedPolicy: text,
	ModelConfig: object({
		ModelName: text,
		ModelTemplate: object({ Collections: text, ModelName: text, Provider: text }),
	}),
	OversoldType: text,
	PipelineId: text,
	SanityCheckArgs: text,
	Shell: text,
	Tags: map(text),
	TerminationGracePeriodSeconds: number,
});

const credentialRole = object({
	AssumeRoleFor: text,
	AssumeUserInfo: object({ AccessKeyId: text, Id: text, SecurityToken: text, Type: text }),
	Policy: text,
	RoleArn: text,
	RoleType: text,
});

/**
 * The item of a ListJobs answer, every field that a source names (official SDK of August 2026; the API page of March 2025 has fewer).
 * Every field is optional. Numbers that are `text` here come as text, with units where there are any (`10Gi`).
 */
const itemFields = {
	Accessibility: text,
	ClusterId: text,
	CodeSource: object({ Branch: text, CodeSourceId: text, Commit: text, MountPath: text }),
	CredentialConfig: object({
		AliyunEnvRoleKey: text,
		CredentialConfigItems: list(object({ Key: text, Roles: list(credentialRole), Type: text })),
		EnableCredentialInject: flag,
	}),
	DataSources: list(object({ DataSourceId: text, MountPath: text })),
	DisplayName: text,
	Duration: number,
	ElasticSpec: object({
		AIMasterDockerImage: text,
		AIMasterType: text,
		EDPMaxParallelism: number,
		EDPMinParallelism: number,
		ElasticStrategy: text,
		EnableAIMaster: flag,
		EnableEDP: flag,
		EnableElasticTraining: flag,
		EnablePsJobElasticPS: flag,
		EnablePsJobElasticWorker: flag,
		EnablePsResourceEstimate: flag,
		MaxParallelism: number,
		MinParallelism: number,
		PSMaxParallelism: number,
		PSMinParallelism: number,
	}),
	EnablePreemptibleJob: flag,
	EnabledDebugger: flag,
	Envs: map(text),
	GmtCreateTime: text,
	GmtFailedTime: text,
	GmtFinishTime: text,
	GmtModifiedTime: text,
	GmtRunningTime: text,
	GmtStoppedTime: text,
	GmtSubmittedTime: text,
	GmtSuccessedTime: text,
	IsDeleted: flag,
	JobId: text,
	JobMaxRunningTimeMinutes: number,
	// One object until the end of 2025, a list since.
	JobReplicaStatuses: list(
		object({
			Active: number,
			CurrentSpotInstanceType: text,
			Dequeued: number,
			EstimatedAutoScalingSpec: autoScalingSpec,
			EstimatedPodCount: number,
			EstimatedResourceConfig: resourceConfig,
			Queuing: number,
			Type: text,
		}),
	),
	JobSpecs: list(jobSpec),
	JobType: text,
	NodeCount: text,
	NodeNames: list(text),
	Pods: list(pod),
	Priority: number,
	ReasonCode: text,
	ReasonMessage: text,
	RequestCPU: number,
	RequestGPU: text,
	RequestMemory: text,
	ResourceId: text,
	ResourceLevel: text,
	ResourceName: text,
	ResourceQuotaName: text,
	ResourceType: text,
	RestartTimes: text,
	RetryCount: number,
	SchedulingStrategy: text,
	Settings: settings,
	Status: text,
	StatusHistory: list(object({ EndTime: text, ReasonCode: text, ReasonMessage: text, StartTime: text, Status: text })),
	SubStatus: text,
	SystemEnvs: map(text),
	TemplateId: text,
	TemplateName: text,
	TenantId: text,
	ThirdpartyLibDir: text,
	ThirdpartyLibs: list(text),
	UseOversoldResource: flag,
	UserCommand: text,
	UserId: text,
	UserScript: text,
	// The API page shows a bare VPC id where the SDK has an object.
	UserVpc: object(
		{ DefaultRoute: text, ExtendedCidrs: list(text), SecurityGroupId: text, SwitchId: text, VpcId: text },
		'VpcId',
	),
	Username: text,
	WorkingDir: text,
	WorkspaceId: text,
	WorkspaceName: text,
	supportedProfilingTypes: text,
};

export const jobItem = object(itemFields);

/** A row of the list is made of these, and of little of its roles. */
export const rowItem = only(
	{ ...itemFields, JobSpecs: list(only(jobSpecFields, ['Image', 'PodCount', 'ResourceConfig'])) },
	[
		'Accessibility',
		'DisplayName',
		'GmtCreateTime',
		'GmtFinishTime',
		'GmtRunningTime',
		'GmtSubmittedTime',
		'JobId',
		'JobMaxRunningTimeMinutes',
		'JobSpecs',
		'JobType',
		'NodeCount',
		'NodeNames',
		'Priority',
		'ReasonCode',
		'ReasonMessage',
		'RequestGPU',
		'ResourceId',
		'ResourceQuotaName',
		'ResourceType',
		'RestartTimes',
		'Status',
		'SubStatus',
		'UserId',
		'Username',
		'WorkspaceId',
		'WorkspaceName',
	],
);

/** One job as the service describes it, read leniently: what came in a usable form. */
export type JobItem = Infer<typeof jobItem>;

/** What of it a row of the list is made of. */
export type RowItem = Infer<typeof rowItem>;
