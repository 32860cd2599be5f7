import type { JobItem } from './job-item.ts';

/** The sections of the pane in their order; the first one is reached by `1`. In narrow panes those that are not open go by a shorter name. */
export const sections = [
	{ id: 'overview', title: 'Overview', short: 'Overview' },
	{ id: 'timeline', title: 'Timeline', short: 'Timeline' },
	{ id: 'roles', title: 'Roles and pods', short: 'Pods' },
	{ id: 'command', title: 'Command and code', short: 'Code' },
	{ id: 'settings', title: 'Settings', short: 'Settings' },
	{ id: 'logs', title: 'Events and logs', short: 'Logs' },
	{ id: 'json', title: 'JSON', short: 'JSON' },
] as const;

export type Section = (typeof sections)[number];
export type SectionId = Section['id'];

/** The sections that show fields, each field in one of them. */
export type FieldSection = 'overview' | 'timeline' | 'roles' | 'command' | 'settings';

/** Fields that only GetJob sends. */
export type GetJobField = 'CustomEnvs' | 'Description' | 'RestartRecord' | 'RoleSystemEnvs';

/** Where a field of the item is shown, with everything below it. A field that is not named here is shown among the settings, as "the rest". */
export const sectionOf = {
	Accessibility: 'overview',
	ClusterId: 'overview',
	CodeSource: 'command',
	CredentialConfig: 'settings',
	CustomEnvs: 'command',
	DataSources: 'command',
	Description: 'overview',
	DisplayName: 'overview',
	Duration: 'overview',
	ElasticSpec: 'settings',
	EnablePreemptibleJob: 'overview',
	EnabledDebugger: 'settings',
	Envs: 'command',
	GmtCreateTime: 'overview',
	GmtFailedTime: 'overview',
	GmtFinishTime: 'overview',
	GmtModifiedTime: 'overview',
	GmtRunningTime: 'overview',
	GmtStoppedTime: 'overview',
	GmtSubmittedTime: 'overview',
	GmtSuccessedTime: 'overview',
	IsDeleted: 'overview',
	JobId: 'overview',
	JobMaxRunningTimeMinutes: 'overview',
	JobReplicaStatuses: 'roles',
	JobSpecs: 'roles',
	JobType: 'overview',
	NodeCount: 'overview',
	NodeNames: 'roles',
	Pods: 'roles',
	Priority: 'overview',
	ReasonCode: 'overview',
	ReasonMessage: 'overview',
	RequestCPU: 'overview',
	RequestGPU: 'overview',
	RequestMemory: 'overview',
	ResourceId: 'overview',
	ResourceLevel: 'overview',
	ResourceName: 'overview',
	ResourceQuotaName: 'overview',
	ResourceType: 'overview',
	RestartRecord: 'timeline',
	RestartTimes: 'overview',
	RetryCount: 'overview',
	RoleSystemEnvs: 'command',
	SchedulingStrategy: 'settings',
	Settings: 'settings',
	Status: 'overview',
	StatusHistory: 'timeline',
	SubStatus: 'overview',
	SystemEnvs: 'command',
	TemplateId: 'settings',
	TemplateName: 'settings',
	TenantId: 'settings',
	ThirdpartyLibDir: 'command',
	ThirdpartyLibs: 'command',
	UseOversoldResource: 'overview',
	UserCommand: 'command',
	UserId: 'overview',
	UserScript: 'command',
	UserVpc: 'settings',
	Username: 'overview',
	WorkingDir: 'command',
	WorkspaceId: 'overview',
	WorkspaceName: 'overview',
	supportedProfilingTypes: 'settings',
} as const satisfies Readonly<Record<keyof JobItem | GetJobField, FieldSection>>;
