import type { ItemPath, PathStep } from '../tables/item-paths.ts';
import type { Job } from './job.ts';
import { isJsonArray, isJsonObject, type Json } from './json.ts';
import { maskJson } from './mask-json.ts';

const masked = new WeakMap<Job, Map<string, Json>>();

/** A field of the item with its secrets hidden, masked once for each job: what is secret depends on the names around it. */
const maskedField = (job: Job, name: string): Json | undefined => {
	const value = isJsonObject(job.sent) && Object.hasOwn(job.sent, name) ? job.sent[name] : undefined;
	if (value === undefined) {
		return undefined;
	}
	const known = masked.get(job) ?? new Map<string, Json>();
	masked.set(job, known);
	const kept = known.get(name);
	if (kept !== undefined) {
		return kept;
	}
	const whole = maskJson({ [name]: value });
	const hidden = isJsonObject(whole) ? (whole[name] ?? null) : null;
	known.set(name, hidden);
	return hidden;
};

const own = (value: Json, name: string): readonly Json[] => {
	const found = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
	return found === undefined ? [] : [found];
};

/** A lone text stands for an object with that one field, as the schema has it. */
const whole = (value: Json, bareField: string | undefined): Json =>
	bareField !== undefined && typeof value === 'string' ? { [bareField]: value } : value;

const take = (value: Json, step: PathStep): readonly Json[] => {
	switch (step.kind) {
		case 'field':
			return own(value, step.name).map(found => whole(found, step.bareField));
		case 'entry':
			return own(value, step.name);
		case 'each':
			// A lone object in a list's place is a list of one.
			return isJsonArray(value) ? value : [value];
	}
};

/** The values at a path of a job's item as they came, secrets hidden, in their order; what is absent, null or empty is left out. */
export const itemValues = (job: Job, { steps: [first, ...rest] }: ItemPath): readonly Json[] => {
	const top = first?.kind === 'field' ? maskedField(job, first.name) : undefined;
	if (top === undefined || first?.kind !== 'field') {
		return [];
	}
	const values = rest.reduce<readonly Json[]>(
		(found, step) => found.flatMap(value => take(value, step)),
		[whole(top, first.bareField)],
	);
	return values.filter(value => value !== null && value !== '');
};
