import { type TextField, textFields } from '../../tables/filter-fields.ts';
import { checkParameters, parseParameter } from '../../tables/parameter-values.ts';
import { type ListJobsParameters, type ParameterName, parameters } from '../../tables/parameters.ts';
import { inFields } from '../../tables/spelling.ts';
import { failedStatuses, liveStatuses, statuses, statusOf, statusValues } from '../../tables/statuses.ts';
import { failed, type Result, success } from '../failure.ts';
import { looksLikeJobId, type Query } from '../query.ts';
import { readTerms } from './parse.ts';
import type { LocalMatch, Problem, SentMatch, Term } from './term.ts';

/** Statuses that a word of `status:` stands for; none where only loaded rows can tell. */
const groups: Readonly<Record<string, readonly string[]>> = {
	live: liveStatuses,
	failed: failedStatuses,
	held: statusValues.filter(status => statusOf(status).held),
	ended: statusValues.filter(status => statusOf(status).terminal),
};

const statusesOf = (word: string): readonly string[] => {
	if (Object.hasOwn(groups, word)) {
		return groups[word] ?? [];
	}
	return Object.keys(statuses).filter(status => status.toLowerCase() === word.toLowerCase());
};

/** A value among documented ones, in any case; a job type also without its "Job". */
const documented = (values: readonly string[], text: string): string | undefined =>
	values.find(value => [text.toLowerCase(), `${text.toLowerCase()}job`].includes(value.toLowerCase()));

/** What the service is asked with for a plain text in a field; undefined where only loaded rows can answer. */
const sentValue = (name: ParameterName, text: string): string | undefined => {
	switch (name) {
		case 'JobType':
			return documented(parameters.JobType.values, text);
		case 'Accessibility':
			return documented(parameters.Accessibility.values, text);
		case 'JobId':
			return looksLikeJobId(text) ? text : undefined;
		default:
			return parseParameter(name, text, 0).ok ? text : undefined;
	}
};

/** The plain texts of a match; undefined with an expression among them. */
const plainTexts = ({ patterns }: Extract<LocalMatch, { kind: 'text' }>): readonly string[] | undefined => {
	const texts = patterns.flatMap(pattern => (pattern.kind === 'part' ? [pattern.text] : []));
	return texts.length === patterns.length ? texts : undefined;
};

/** A query under way: what of the service's half its terms have set so far. */
type Draft = { readonly query: Query; readonly claimed: ReadonlySet<string> };

const claim = (draft: Draft, name: string, query: Query): Draft => ({
	query,
	claimed: new Set([...draft.claimed, name]),
});

/** The draft with a term that the service can answer; undefined where it cannot, or answers another one already. */
const sendText = (draft: Draft, match: Extract<LocalMatch, { kind: 'text' }>): Draft | undefined => {
	const { sends }: TextField = textFields[match.field];
	const texts = plainTexts(match);
	const slot = sends === 'JobId' ? 'DisplayName' : sends;
	if (sends === undefined || slot === undefined || texts === undefined || draft.claimed.has(slot)) {
		return undefined;
	}
	if (sends === 'Status') {
		const wanted = texts.map(statusesOf);
		return wanted.some(words => words.length === 0)
			? undefined
			: claim(draft, slot, { ...draft.query, statuses: [...new Set(wanted.flat())] });
	}
	const [text, second] = texts;
	const value = text === undefined || second !== undefined ? undefined : sentValue(sends, text);
	if (value === undefined) {
		return undefined;
	}
	return slot === 'DisplayName'
		? claim(draft, slot, { ...draft.query, name: value })
		: claim(draft, slot, { ...draft.query, others: { ...draft.query.others, [slot]: value } });
};

/** Parameters as they are; a later one takes the place of a former one, tags add up. */
const sendParameter = (draft: Draft, { name, value }: Extract<SentMatch, { kind: 'parameter' }>): Draft => {
	const { query, claimed } = draft;
	const parsed = parseParameter(name, value, 0);
	if (!parsed.ok) {
		return draft;
	}
	if (name === 'Status') {
		return claim(draft, name, { ...query, statuses: value.split(',').filter(word => word !== '') });
	}
	if (name === 'ShowOwn') {
		return claim(draft, name, { ...query, mine: parsed.value === true });
	}
	const merged =
		typeof parsed.value === 'object' && claimed.has(name) ? { ...query.others.Tags, ...parsed.value } : parsed.value;
	return claim(draft, name, { ...query, others: { ...query.others, [name]: merged } });
};

const addTerm = (draft: Draft, term: Term): Draft => {
	const { match } = term;
	if (match.kind === 'window') {
		return { ...draft, query: { ...draft.query, window: match.window } };
	}
	if (match.kind === 'parameter') {
		return sendParameter(draft, match);
	}
	const sent = match.kind === 'text' && !term.negated ? sendText(draft, match) : undefined;
	const { query } = draft;
	return sent ?? { ...draft, query: { ...query, local: [...query.local, { negated: term.negated, match }] } };
};

/**
 * The query with these terms: those that the service can answer become parameters in place of the query's own, the rest filter
 * the loaded rows. The first bare word goes to the service, the others are looked for in the rows.
 */
export const withTerms = (base: Query, terms: readonly Term[]): Query =>
	terms.reduce(addTerm, { query: { ...base, local: [] }, claimed: new Set<string>() }).query;

/** What of a query is its place and not its filter: where, whose and when. */
export const scopeOf = ({ mine, window, sort, others }: Query): Query => {
	const { WorkspaceId, FromAllWorkspaces } = others;
	const kept: ListJobsParameters = {
		...(WorkspaceId === undefined ? {} : { WorkspaceId }),
		...(FromAllWorkspaces === undefined ? {} : { FromAllWorkspaces }),
	};
	return { name: '', statuses: [], local: [], mine, window, sort, others: kept };
};

/**
 * The query that a text asks for, on top of another one's parameters. `now` is ms since the epoch. The problem names the place
 * in the text.
 */
export const parseQuery = (text: string, base: Query, now: number): Result<Query, Problem> => {
	const terms = readTerms(text, now);
	if (!terms.ok) {
		return terms;
	}
	const query = withTerms(base, terms.value);
	const contradiction = checkParameters({ ...query.others, ShowOwn: query.mine });
	return contradiction === undefined
		? success(query)
		: failed({ from: 0, to: text.length, message: inFields(contradiction.text) });
};
