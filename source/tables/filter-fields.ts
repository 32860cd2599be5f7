import { ageMs, queueWaitMs, runTimeMs } from '../model/derive.ts';
import type { Job } from '../model/job.ts';
import type { Parameter } from './parameter.ts';
import { flagName, type ParameterName, parameterNames, parameters } from './parameters.ts';
import { inFields } from './spelling.ts';
import { statusValues } from './statuses.ts';

/** A field of the filter that reads text of a job. */
export type TextField = {
	/** One line, our words. */
	readonly help: string;
	/** What of a loaded row it looks at. */
	readonly reads: (job: Job) => readonly string[];
	/** The parameter with which the service can answer a plain value of it. */
	readonly sends?: ParameterName;
	/** Values that completion offers. */
	readonly values?: readonly string[];
};

/** A field that is compared with a number, or with a span of time in ms. */
export type NumberField = {
	readonly help: string;
	readonly unit: 'count' | 'span';
	/** Undefined where nothing is known; then no comparison holds. `now` is the time of the answer (ms). */
	readonly reads: (job: Job, now: number) => number | undefined;
	/** It grows by itself: always, or until the job has ended. */
	readonly ages?: 'always' | 'live';
};

/** Words of `status:` that stand for several statuses. */
export const statusWords = ['live', 'failed', 'held', 'ended'] as const;

export const textFields = {
	name: { help: 'a part of the name; so does a bare word', reads: job => [job.DisplayName], sends: 'DisplayName' },
	any: {
		help: 'a part of name, id, user or reason',
		reads: job => [job.DisplayName, job.JobId, job.Username, job.UserId, job.ReasonCode, job.ReasonMessage],
	},
	id: { help: 'a part of the JobId; a whole one is asked for', reads: job => [job.JobId], sends: 'JobId' },
	status: {
		help: 'a status, or live, failed, held, ended',
		reads: job => [job.Status],
		sends: 'Status',
		values: [...statusWords, ...statusValues],
	},
	substatus: { help: 'a part of the status within the status', reads: job => [job.SubStatus] },
	reason: { help: 'a part of the reason, code or message', reads: job => [job.ReasonCode, job.ReasonMessage] },
	user: {
		help: 'a part of the name of who submitted it',
		reads: job => [job.Username, job.UserId],
		sends: 'Username',
	},
	type: {
		help: 'the job type, with or without its "Job"',
		reads: job => [job.JobType],
		sends: 'JobType',
		values: parameters.JobType.values,
	},
	quota: {
		help: 'a part of the quota’s name',
		reads: job => [job.ResourceQuotaName, job.ResourceId],
		sends: 'ResourceQuotaName',
	},
	workspace: { help: 'a part of the workspace’s name or id', reads: job => [job.WorkspaceName, job.WorkspaceId] },
	gputype: { help: 'a part of the GPU type', reads: job => [job.gpuType] },
	image: { help: 'a part of the first role’s image', reads: job => [job.image] },
	access: {
		help: 'PUBLIC or PRIVATE',
		reads: job => [job.Accessibility],
		sends: 'Accessibility',
		values: parameters.Accessibility.values,
	},
} as const satisfies Record<string, TextField>;

export const numberFields = {
	gpu: { help: 'GPUs requested', unit: 'count', reads: job => job.gpus },
	nodes: { help: 'nodes', unit: 'count', reads: job => job.nodes },
	restarts: { help: 'restarts so far', unit: 'count', reads: job => job.restarts?.used },
	priority: { help: 'the priority', unit: 'count', reads: job => job.Priority },
	age: { help: 'time since creation', unit: 'span', ages: 'always', reads: (job, now) => ageMs(job, now) },
	wait: { help: 'time in the queue', unit: 'span', ages: 'live', reads: (job, now) => queueWaitMs(job, now) },
	run: { help: 'run time, without the queue', unit: 'span', ages: 'live', reads: (job, now) => runTimeMs(job, now) },
} as const satisfies Record<string, NumberField>;

export type TextFieldName = keyof typeof textFields;
export type NumberFieldName = keyof typeof numberFields;

/** Parameters that the query holds in a form of its own, and that have no field by their own name therefore. */
const held: readonly ParameterName[] = [
	'DisplayName',
	'StartTime',
	'EndTime',
	'SortBy',
	'Order',
	'PageNumber',
	'PageSize',
];

/** Parameters that are a field by their own name: sent to the service as they are. */
export const parameterFields: readonly ParameterName[] = parameterNames.filter(name => !held.includes(name));

/** Shorter names of fields. */
const aliases: Readonly<Record<string, string>> = { gpus: 'gpu', mine: 'ShowOwn', tag: 'Tags', node: 'nodes' };

/** The parameter Status as it is, beside `status:`, which knows the words. */
const exactStatus = ['statusis', { kind: 'parameter', name: 'Status' }] as const;

/** A field, by what its terms are made of. */
export type Field =
	| { readonly kind: 'text'; readonly name: TextFieldName }
	| { readonly kind: 'number'; readonly name: NumberFieldName }
	| { readonly kind: 'parameter'; readonly name: ParameterName }
	| { readonly kind: 'window' };

const isTextField = (name: string): name is TextFieldName => Object.hasOwn(textFields, name);
const isNumberField = (name: string): name is NumberFieldName => Object.hasOwn(numberFields, name);

const folded = (name: string): string => name.toLowerCase().replaceAll('-', '');

const byName: ReadonlyMap<string, Field> = new Map<string, Field>([
	...parameterFields.map(name => [name.toLowerCase(), { kind: 'parameter', name }] as const),
	...Object.keys(textFields)
		.filter(isTextField)
		.map(name => [name, { kind: 'text', name }] as const),
	...Object.keys(numberFields)
		.filter(isNumberField)
		.map(name => [name, { kind: 'number', name }] as const),
	['window', { kind: 'window' }],
	exactStatus,
]);

/** The field of a word before `:`, in any case; a parameter by its own name or its flag's. */
export const fieldOf = (word: string): Field | undefined => {
	const name = folded(word);
	return byName.get(Object.hasOwn(aliases, name) ? folded(aliases[name] ?? '') : name);
};

/** One line of the table of fields, as completion, help and README show it. */
export type FieldEntry = {
	/** With what follows it: `status:`, `gpu>=`. */
	readonly opening: string;
	readonly help: string;
	readonly values: readonly string[];
};

const parameterEntry = (name: ParameterName): FieldEntry => {
	const parameter: Parameter = parameters[name];
	return {
		opening: `${name}:`,
		help: `${inFields(parameter.help)} (--${flagName(name)})`,
		values: parameter.values ?? (parameter.type === 'flag' ? ['true', 'false'] : []),
	};
};

const textEntry = ([name, field]: readonly [string, TextField]): FieldEntry => ({
	opening: `${name}:`,
	help: field.help,
	values: field.values ?? [],
});

/** Every field: dlctop's own first, then the parameters that go to the service as they are. */
export const fieldEntries: readonly FieldEntry[] = [
	...Object.entries(textFields).map(textEntry),
	...Object.entries(numberFields).map(([name, { help, unit }]) => ({
		opening: `${name}>=`,
		help,
		values: unit === 'span' ? ['10m', '1h', '1d'] : ['1', '8'],
	})),
	{
		opening: 'window:',
		help: 'when it was created: a span, or two ends with .. between',
		values: ['24h', '7d', '30d', '90d'],
	},
	{ opening: 'mine:', help: 'only your own jobs, or those of everyone', values: ['true', 'false'] },
	{ opening: 'tag:', help: 'a tag, as name=value', values: [] },
	{ opening: 'status-is:', help: 'a status that dlctop does not know, as it is written', values: [] },
	...parameterFields.filter(name => !['ShowOwn', 'Tags', 'Status'].includes(name)).map(parameterEntry),
];
