import type { sectionOf } from './detail-sections.ts';

type Sections = typeof sectionOf;
/** The fields that belong to the overview, by the table of sections. */
export type OverviewField = {
	[Field in keyof Sections]: Sections[Field] extends 'overview' ? Field : never;
}[keyof Sections];

/** How a field reads in the overview. */
export type Reading = 'text' | 'time' | 'seconds' | 'minutes';

/** What dlctop works out from several fields. */
export type Derived = 'why' | 'age' | 'wait' | 'run time' | 'ends' | 'resources' | 'restarts left';

/** The overview from top to bottom: how the job stands and why, since that is seen first; headings, fields with their labels, and what is derived. */
export const overviewRows = [
	{ field: 'Status', label: 'status' },
	{ field: 'SubStatus', label: 'sub-status' },
	{ derived: 'why' },
	{ field: 'ReasonCode', label: 'reason' },
	{ field: 'ReasonMessage', label: 'message' },
	{ field: 'DisplayName', label: 'name' },
	{ field: 'JobId', label: 'id' },
	{ field: 'Description', label: 'description' },
	{ field: 'JobType', label: 'type' },
	{ field: 'IsDeleted', label: 'deleted' },
	{ heading: 'Times' },
	{ derived: 'age' },
	{ derived: 'wait' },
	{ derived: 'run time' },
	{ field: 'GmtCreateTime', label: 'created', reading: 'time' },
	{ field: 'GmtSubmittedTime', label: 'submitted', reading: 'time' },
	{ field: 'GmtRunningTime', label: 'running', reading: 'time' },
	{ field: 'GmtFinishTime', label: 'finished', reading: 'time' },
	{ field: 'GmtSuccessedTime', label: 'succeeded', reading: 'time' },
	{ field: 'GmtFailedTime', label: 'failed', reading: 'time' },
	{ field: 'GmtStoppedTime', label: 'stopped', reading: 'time' },
	{ field: 'GmtModifiedTime', label: 'modified', reading: 'time' },
	// What the service counts: from the creation on, until the end where there is one.
	{ field: 'Duration', label: 'from creation', reading: 'seconds' },
	{ heading: 'Limits' },
	{ derived: 'ends' },
	{ field: 'JobMaxRunningTimeMinutes', label: 'longest run', reading: 'minutes' },
	{ derived: 'restarts left' },
	{ field: 'RestartTimes', label: 'restarts' },
	{ field: 'RetryCount', label: 'retries' },
	{ heading: 'Who and where' },
	{ field: 'Username', label: 'user' },
	{ field: 'UserId', label: 'user id' },
	{ field: 'WorkspaceName', label: 'workspace' },
	{ field: 'WorkspaceId', label: 'workspace id' },
	{ field: 'Accessibility', label: 'accessibility' },
	{ field: 'ClusterId', label: 'cluster' },
	{ heading: 'Resources' },
	{ derived: 'resources' },
	{ field: 'ResourceQuotaName', label: 'quota' },
	{ field: 'ResourceId', label: 'quota id' },
	{ field: 'ResourceName', label: 'resource' },
	{ field: 'ResourceLevel', label: 'resource level' },
	{ field: 'ResourceType', label: 'resource type' },
	{ field: 'Priority', label: 'priority' },
	{ field: 'RequestGPU', label: 'GPUs' },
	{ field: 'RequestCPU', label: 'CPUs' },
	{ field: 'RequestMemory', label: 'memory' },
	{ field: 'NodeCount', label: 'nodes' },
	{ field: 'EnablePreemptibleJob', label: 'preemptible' },
	{ field: 'UseOversoldResource', label: 'idle resources' },
] as const satisfies readonly (
	| { readonly heading: string }
	| { readonly field: OverviewField; readonly label: string; readonly reading?: Reading }
	| { readonly derived: Derived }
)[];
