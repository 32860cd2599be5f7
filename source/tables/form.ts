import type { Parameter } from './parameter.ts';
import { type ParameterName, parameters } from './parameters.ts';

/** The filter form: every parameter of ListJobs, under headings, in the order of asking. */
export const formSections: readonly (readonly [heading: string, names: readonly ParameterName[]])[] = [
	[
		'Which jobs',
		[
			'DisplayName',
			'DisplayNameSearchMode',
			'JobId',
			'JobIds',
			'Status',
			'JobType',
			'ReasonSearch',
			'Description',
			'Tags',
		],
	],
	[
		'Whose, and where',
		[
			'ShowOwn',
			'Username',
			'UserIdForFilter',
			'BusinessUserId',
			'Caller',
			'Accessibility',
			'WorkspaceId',
			'FromAllWorkspaces',
		],
	],
	[
		'On what',
		[
			'ResourceQuotaName',
			'ResourceId',
			'ResourceIds',
			'PaymentType',
			'OversoldInfo',
			'EnableAssignNode',
			'NumericRangeField',
			'NumericRangeMin',
			'NumericRangeMax',
		],
	],
	['Made from', ['ImageSearch', 'UserCommandSearch', 'PipelineId', 'TemplateId']],
	['When', ['StartTime', 'EndTime', 'TimeRangeField']],
	['Order and page', ['SortBy', 'Order', 'PageSize', 'PageNumber']],
];

/** The fields in the order of the form. */
export const formFields: readonly ParameterName[] = formSections.flatMap(([, names]) => names);

/** The values that ← and → go through; none where the text is free. An empty one means any. */
export const choicesOf = (name: ParameterName): readonly string[] => {
	const parameter: Parameter = parameters[name];
	if (parameter.type === 'flag') {
		return ['', 'true', 'false'];
	}
	return parameter.values === undefined ? [] : ['', ...parameter.values];
};
