import { formFields } from '../../tables/form.ts';
import { checkParameters, parseParameter, parseSpan } from '../../tables/parameter-values.ts';
import type { ListJobsParameters, ParameterName, ParameterValue } from '../../tables/parameters.ts';
import { inFields } from '../../tables/spelling.ts';
import { failed, type Result, success } from '../failure.ts';
import { queryFrom } from '../from-parameters.ts';
import { looksLikeJobId, type Query } from '../query.ts';
import type { TimeWindow } from '../window.ts';
import { type Asked, fieldTexts, type Texts } from './fields.ts';

/** What is wrong with the form: the field, and one sentence. */
export type FieldProblem = { readonly name: ParameterName; readonly message: string };

const parseTags = (text: string, now: number): Result<ParameterValue, string> => {
	let tags = {};
	for (const part of text.split(',').map(word => word.trim())) {
		const parsed = parseParameter('Tags', part, now);
		if (!parsed.ok) {
			return parsed;
		}
		tags = typeof parsed.value === 'object' ? { ...tags, ...parsed.value } : tags;
	}
	return success(tags);
};

const parseField = (name: ParameterName, text: string, now: number): Result<ParameterValue, string> => {
	const parsed = name === 'Tags' ? parseTags(text, now) : parseParameter(name, text, now);
	// Without the flag that the sentence begins with: the form says which field is meant.
	return parsed.ok ? parsed : failed(parsed.problem.slice(parsed.problem.indexOf(' ') + 1));
};

/** What is wrong with the text of a field, as a sentence; undefined when nothing is. `now` is ms since the epoch. */
export const fieldProblem = (name: ParameterName, text: string, now: number): string | undefined => {
	const parsed = text === '' ? undefined : parseField(name, text, now);
	return parsed?.ok === false ? parsed.problem : undefined;
};

/** Parameters of the fields; a field that was not touched keeps the very value it stands for. */
const parametersOf = (
	texts: Texts,
	touched: ReadonlySet<ParameterName>,
	{ query }: Asked,
	now: number,
): ListJobsParameters => {
	let given: ListJobsParameters = {};
	for (const name of formFields) {
		const text = texts.get(name) ?? '';
		const parsed = text === '' ? undefined : parseField(name, text, now);
		const kept = name in query.others && !touched.has(name) ? query.others : undefined;
		if (kept !== undefined) {
			given = { ...given, [name]: Object.entries(kept).find(([key]) => key === name)?.[1] };
		} else if (parsed?.ok === true) {
			given = { ...given, [name]: parsed.value };
		}
	}
	return given;
};

const windowOf = (texts: Texts, read: Query): TimeWindow | undefined => {
	const span = parseSpan(texts.get('StartTime') ?? '');
	return span !== undefined && span > 0 && (texts.get('EndTime') ?? '') === ''
		? { kind: 'last', ms: span }
		: read.window;
};

/** The first touched field with a mistake. */
const firstProblem = (texts: Texts, touched: ReadonlySet<ParameterName>, now: number): FieldProblem | undefined => {
	for (const name of touched) {
		const message = fieldProblem(name, texts.get(name) ?? '', now);
		if (message !== undefined) {
			return { name, message };
		}
	}
	return undefined;
};

/** The name and the other parameters. A whole JobId is a name of the query, any other text in its field a parameter. */
const namedOf = (read: Query, former: Query, isTouched: boolean): Pick<Query, 'name' | 'others'> => {
	const { JobId = '', ...others } = read.others;
	if (!isTouched) {
		return { name: former.name, others: looksLikeJobId(former.name) ? others : read.others };
	}
	const wantsId = looksLikeJobId(JobId) && read.name === '';
	return { name: wantsId ? JobId : read.name, others: wantsId || JobId === '' ? others : { ...others, JobId } };
};

/** The query that the form says, on top of the one it was opened with; or the first field that is wrong. `now` is ms since the epoch. */
export const readForm = (texts: Texts, before: Asked, now: number): Result<Asked, FieldProblem> => {
	const known = fieldTexts(before);
	const touched = new Set(formFields.filter(name => texts.get(name) !== known.get(name)));
	const problem = firstProblem(texts, touched, now);
	if (problem !== undefined) {
		return failed(problem);
	}
	const given = parametersOf(texts, touched, before, now);
	const contradiction = checkParameters(given);
	if (contradiction !== undefined) {
		return failed({ name: contradiction.name, message: inFields(contradiction.text) });
	}
	const read = queryFrom(given);
	const { query } = before;
	const isTouched = (...names: readonly ParameterName[]): boolean => names.some(name => touched.has(name));
	return success({
		query: {
			...read,
			...namedOf(read, query, isTouched('DisplayName', 'JobId')),
			statuses: isTouched('Status') ? read.statuses : query.statuses,
			window: isTouched('StartTime', 'EndTime') ? windowOf(texts, read) : query.window,
			sort: isTouched('SortBy', 'Order') ? read.sort : query.sort,
			local: query.local,
		},
		pageNumber: given.PageNumber ?? 1,
		pageSize: given.PageSize ?? before.pageSize,
	});
};
