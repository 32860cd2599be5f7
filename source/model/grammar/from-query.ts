import { isParameterName, type ParameterName, parameterNames, parameters } from '../../tables/parameters.ts';
import { failedStatuses, liveStatuses, statuses } from '../../tables/statuses.ts';
import { type Query, sameStatuses } from '../query.ts';
import { printTerms } from './print.ts';
import type { Pattern, Term } from './term.ts';

const parts = (texts: readonly string[]): readonly Pattern[] => texts.map(text => ({ kind: 'part', text }));

const textTerm = (field: 'name' | 'status' | 'user' | 'quota' | 'type', texts: readonly string[]): Term => ({
	negated: false,
	match: { kind: 'text', field, patterns: parts(texts) },
});

const parameterTerm = (name: ParameterName, value: string): Term => ({
	negated: false,
	match: { kind: 'parameter', name, value },
});

const statusTerms = (wanted: readonly string[]): readonly Term[] => {
	if (wanted.length === 0) {
		return [];
	}
	if (sameStatuses(wanted, liveStatuses)) {
		return [textTerm('status', ['live'])];
	}
	if (sameStatuses(wanted, failedStatuses)) {
		return [textTerm('status', ['failed'])];
	}
	return [
		wanted.every(status => Object.hasOwn(statuses, status))
			? textTerm('status', wanted)
			: parameterTerm('Status', wanted.join(',')),
	];
};

const otherTerms = (name: ParameterName, value: string): Term => {
	switch (name) {
		case 'Username':
			return textTerm('user', [value]);
		case 'ResourceQuotaName':
			return textTerm('quota', [value]);
		case 'JobType':
			return parameters.JobType.values.some(type => type === value)
				? textTerm('type', [value])
				: parameterTerm(name, value);
		default:
			return parameterTerm(name, value);
	}
};

/** The other parameters of a query, in the order of the table; of the scope or of the filter. */
const parameterTerms = ({ others }: Query, ofScope: boolean): readonly Term[] =>
	Object.entries(others)
		.flatMap(([name, value]) => (isParameterName(name) && value !== '' ? [{ name, value }] : []))
		.filter(({ name }) => (name === 'WorkspaceId' || name === 'FromAllWorkspaces') === ofScope)
		.toSorted((a, b) => parameterNames.indexOf(a.name) - parameterNames.indexOf(b.name))
		.flatMap(({ name, value }) =>
			typeof value === 'object'
				? Object.entries(value).map(([key, tag]) => parameterTerm(name, `${key}=${tag}`))
				: [otherTerms(name, String(value))],
		);

/** The terms of a query that are sent to the service, without its scope (where, whose and when). */
export const sentTerms = (query: Query): readonly Term[] => [
	...(query.name === '' ? [] : [textTerm('name', [query.name])]),
	...statusTerms(query.statuses),
	...parameterTerms(query, false),
];

/** The filter of a query as it is typed in the prompt. */
export const printQuery = (query: Query): string => printTerms([...sentTerms(query), ...query.local]);

/** What the service is asked, in words: the whole query without the terms that only dlctop answers. */
export const printSent = (query: Query): string => printWholeQuery({ ...query, local: [] });

/** The filter and the scope, so that the text says all of a query but its order. */
export const printWholeQuery = (query: Query): string =>
	printTerms([
		...(query.mine ? [] : [parameterTerm('ShowOwn', 'false')]),
		...parameterTerms(query, true),
		...(query.window === undefined
			? []
			: [{ negated: false, match: { kind: 'window', window: query.window } } as const]),
		...sentTerms(query),
		...query.local,
	]);
