import type { Parameter } from './parameter.ts';
import { statusValues } from './statuses.ts';

/** Every query parameter of ListJobs, by its API name. All are optional. */
export const parameters = {
	Accessibility: {
		type: 'text',
		onPage: true,
		values: ['PUBLIC', 'PRIVATE'],
		help: 'who may see the job: the whole workspace, or its owner and the admins',
		example: 'PRIVATE',
	},
	BusinessUserId: { type: 'text', onPage: true, help: 'id of the business user tied to the job', example: '166924' },
	Caller: { type: 'text', onPage: true, help: 'the product or tool that submitted the job', example: 'SilkFlow' },
	Description: { type: 'text', onPage: false, help: 'the description given to the job', example: 'nightly' },
	DisplayName: {
		type: 'text',
		onPage: true,
		maxLength: 1024,
		match: 'fuzzy',
		help: 'a part of the job name, in any case, no wildcards',
		example: 'llm-pretrain',
	},
	DisplayNameSearchMode: {
		type: 'text',
		onPage: false,
		help: 'how {DisplayName} is compared; only "wildcard" is known',
		example: 'wildcard',
	},
	EnableAssignNode: {
		type: 'text',
		onPage: false,
		help: 'jobs pinned to chosen nodes: true or false',
		example: 'true',
	},
	EndTime: {
		type: 'time',
		onPage: true,
		help: 'end of the window, by creation: ISO 8601, or a span ago',
		example: '2026-11-09T14:45:00Z',
	},
	FromAllWorkspaces: {
		type: 'flag',
		onPage: true,
		help: 'your own jobs in every workspace; not together with {ShowOwn=false}',
		example: 'true',
	},
	ImageSearch: { type: 'text', onPage: false, match: 'full text', help: 'words in the image name', example: 'pytorch' },
	// The page calls JobId fuzzy, the SDK and the Chinese page exact: dlctop sends whole ids only and relies on neither.
	JobId: {
		type: 'text',
		onPage: true,
		match: 'disputed',
		help: 'a whole job id, in any case',
		example: 'dlc1k3b7x2m4f9qz',
	},
	JobIds: {
		type: 'text',
		onPage: false,
		match: 'exact',
		help: 'several job ids with commas between; {JobId} goes before it',
		example: 'dlc1k3b7x2m4f9qz,dlc9x0c5v8n1a81k',
	},
	JobType: {
		type: 'text',
		onPage: true,
		maxLength: 32,
		values: ['TFJob', 'PyTorchJob', 'XGBoostJob', 'OneFlowJob', 'ElasticBatchJob'],
		open: true,
		help: 'the framework of the job; newer types are sent as typed',
		example: 'PyTorchJob',
	},
	NumericRangeField: {
		type: 'text',
		onPage: false,
		help: 'the number that must lie between Min and Max',
		example: 'RequestGPU',
	},
	NumericRangeMax: { type: 'whole number', onPage: false, help: 'its largest value, inclusive', example: '64' },
	NumericRangeMin: { type: 'whole number', onPage: false, help: 'its smallest value, inclusive', example: '8' },
	Order: {
		type: 'text',
		onPage: true,
		values: ['desc', 'asc'],
		serviceDefault: 'desc',
		help: 'the direction of the sort',
		example: 'asc',
	},
	OversoldInfo: {
		type: 'text',
		onPage: true,
		values: ['ForbiddenQuotaOverSold', 'ForceQuotaOverSold', 'AcceptQuotaOverSold-true', 'AcceptQuotaOverSold-false'],
		help: 'use of idle resources: never, only, or allowed (did so, did not)',
		example: 'AcceptQuotaOverSold-true',
	},
	PageNumber: {
		type: 'whole number',
		onPage: true,
		min: 1,
		max: 1000,
		serviceDefault: '1',
		help: 'the page to begin with, from 1',
		example: '2',
	},
	PageSize: {
		type: 'whole number',
		onPage: true,
		min: 1,
		max: 100,
		serviceDefault: '10',
		help: 'how many jobs a page holds',
		example: '50',
	},
	PaymentType: {
		type: 'text',
		onPage: false,
		values: ['PrePaid', 'Spot', 'PostPaid'],
		help: 'resources from a quota, preemptible, or public',
		example: 'PostPaid',
	},
	PipelineId: { type: 'text', onPage: true, help: 'id of the pipeline that created the job', example: 'flow-8a1k2j' },
	ReasonSearch: {
		type: 'text',
		onPage: false,
		match: 'full text',
		help: 'words in the failure reason',
		example: 'OOM',
	},
	ResourceId: { type: 'text', onPage: true, help: 'id of the resource group or quota', example: 'quota12k3b7x' },
	ResourceIds: {
		type: 'text',
		onPage: false,
		help: 'several resource ids, presumably with commas between',
		example: 'quota12k3b7x,quota9x0c5v8',
	},
	ResourceQuotaName: {
		type: 'text',
		onPage: true,
		match: 'fuzzy',
		help: 'a part of the quota name',
		example: 'vision',
	},
	ShowOwn: { type: 'flag', onPage: true, serviceDefault: 'true', help: 'only your own jobs', example: 'false' },
	SortBy: {
		type: 'text',
		onPage: true,
		values: ['DisplayName', 'JobType', 'Status', 'GmtCreateTime', 'GmtFinishTime'],
		help: 'what the service sorts by',
		example: 'GmtCreateTime',
	},
	StartTime: {
		type: 'time',
		onPage: true,
		serviceDefault: '7 days ago',
		help: 'start of the window, by creation: ISO 8601 (UTC unless it says), or a span ago: 7d, 36h',
		example: '2026-11-08T16:00:00Z',
	},
	Status: {
		type: 'text',
		onPage: true,
		maxLength: 200,
		values: statusValues,
		open: true,
		help: 'the status; newer words are sent as typed',
		example: 'Running',
	},
	Tags: {
		type: 'tags',
		onPage: true,
		help: 'a tag of the job; of several all must match',
		example: 'team=vision',
	},
	TemplateId: { type: 'text', onPage: false, help: 'id of the template the job was made from', example: 'tmlabc123' },
	TimeRangeField: {
		type: 'text',
		onPage: false,
		serviceDefault: 'GmtCreateTime',
		help: 'the time that {StartTime} and {EndTime} bound',
		example: 'GmtFinishTime',
	},
	UserCommandSearch: {
		type: 'text',
		onPage: false,
		match: 'full text',
		help: 'words in the command',
		example: 'python train.py',
	},
	UserIdForFilter: {
		type: 'text',
		onPage: true,
		help: 'id of the user who submitted the job',
		example: '2000123456789',
	},
	Username: {
		type: 'text',
		onPage: true,
		match: 'fuzzy',
		help: 'a part of the name of who submitted it',
		example: 'ali',
	},
	WorkspaceId: {
		type: 'text',
		onPage: true,
		short: 'w',
		help: 'the workspace; none: your default one',
		example: '268',
	},
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;
export type Tags = Readonly<Record<string, string>>;
export type ParameterValue = string | number | boolean | Tags;

type ValueOf<Type extends Parameter['type']> = Type extends 'whole number'
	? number
	: Type extends 'flag'
		? boolean
		: Type extends 'tags'
			? Tags
			: string;

/** What one call of ListJobs asks for. Times are text in UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export type ListJobsParameters = {
	readonly [Name in ParameterName]?: ValueOf<(typeof parameters)[Name]['type']>;
};

export const isParameterName = (name: string): name is ParameterName => Object.hasOwn(parameters, name);
/** In alphabetical order, as the table is. */
export const parameterNames: readonly ParameterName[] = Object.keys(parameters).filter(isParameterName);

/** The long flag of a parameter, without dashes: `PageSize` is `page-size`. */
export const flagName = (name: ParameterName): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const queryText = (value: ParameterValue): string => {
	if (typeof value !== 'object') {
		// A lone surrogate has no UTF-8, and the percent encoding of the query would throw on it.
		return String(value).replace(/\p{Surrogate}/gu, '\uFFFD');
	}
	return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
};

/** The query of the request as name and value pairs, sorted by name, not yet percent encoded. Empty text means any, and is not sent. */
export const toQuery = (given: ListJobsParameters): readonly (readonly [name: string, value: string])[] =>
	parameterNames.flatMap(name => {
		const value = given[name];
		const text = value === undefined ? '' : queryText(value);
		return text === '' ? [] : [[name, text] as const];
	});
