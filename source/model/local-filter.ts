import { numberFields, type TextField, textFields } from '../tables/filter-fields.ts';
import { statusOf, statusValues } from '../tables/statuses.ts';
import { compileRegex } from '../text/regex.ts';
import type { LocalMatch, LocalTerm, Operator, Pattern } from './grammar/term.ts';
import type { Job } from './job.ts';
import type { List } from './pieces.ts';

type Test = (job: Job, now: number) => boolean;

const compares: Readonly<Record<Operator, (a: number, b: number) => boolean>> = {
	'>=': (a, b) => a >= b,
	'<=': (a, b) => a <= b,
	'!=': (a, b) => a !== b,
	'>': (a, b) => a > b,
	'<': (a, b) => a < b,
	'=': (a, b) => a === b,
};

/** What the words of `status:` that name no single status mean; in lower case only, since `Failed` is a status. */
const statusGroups: Readonly<Record<string, (status: string) => boolean>> = {
	live: status => statusOf(status).live,
	failed: status => statusOf(status).failed,
	held: status => statusOf(status).held,
	ended: status => statusOf(status).terminal,
};

const isKnownStatus = (text: string): boolean =>
	statusValues.some(status => status.toLowerCase() === text.toLowerCase());

/** A whole status is that status and no other; anything else is a part of its word. */
const statusTest = (text: string): ((status: string) => boolean) => {
	const group = Object.hasOwn(statusGroups, text) ? statusGroups[text] : undefined;
	const wanted = text.toLowerCase();
	return (
		group ??
		(isKnownStatus(text) ? status => status.toLowerCase() === wanted : status => status.toLowerCase().includes(wanted))
	);
};

const textTest = (field: string, pattern: Pattern): ((text: string) => boolean) => {
	if (pattern.kind === 'part') {
		const wanted = pattern.text.toLowerCase();
		return field === 'status' ? statusTest(pattern.text) : text => text.toLowerCase().includes(wanted);
	}
	const compiled = compileRegex(pattern.source, pattern.ignoreCase);
	return compiled.ok ? compiled.value : () => false;
};

const testOf = (match: LocalMatch): Test => {
	if (match.kind === 'number') {
		const { reads } = numberFields[match.field];
		const compare = compares[match.operator];
		return (job, now) => {
			const value = reads(job, now);
			return value !== undefined && compare(value, match.value);
		};
	}
	const { reads }: TextField = textFields[match.field];
	const tests = match.patterns.map(pattern => textTest(match.field, pattern));
	return job => reads(job).some(text => tests.some(holds => holds(text)));
};

/** Whether every term holds for a job. `now` is the time of the answer (ms). */
export const passes = (terms: readonly LocalTerm[], now: number): ((job: Job) => boolean) => {
	const tests = terms.map(({ negated, match }) => ({ negated, holds: testOf(match) }));
	return job => tests.every(({ negated, holds }) => holds(job, now) !== negated);
};

/** The jobs that pass, in their order; the same list when there is no term. */
export const filterJobs = (jobs: List<Job>, terms: readonly LocalTerm[], now: number): List<Job> =>
	terms.length === 0 ? jobs : jobs.filter(passes(terms, now));
