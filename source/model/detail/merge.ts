import { decodeJob } from '../decode-job.ts';
import type { Job } from '../job.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { element, member } from './tree.ts';

/** Nothing, in any of the service's ways to say so. */
const isAbsent = (value: Json | undefined): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	(isJsonArray(value) && value.length === 0) ||
	(isJsonObject(value) && Object.keys(value).length === 0);

/** Parts that GetJob tells more of than a list; single values are newest in whichever answer came last. */
const isPart = (value: Json | undefined): boolean => typeof value === 'object' && value !== null;

const mergeItems = (row: JsonObject, answer: JsonObject, rowIsNewer: boolean): JsonObject => {
	const merged = new Map(Object.entries(row));
	for (const [name, value] of Object.entries(answer)) {
		const known = merged.get(name);
		const keeps = isAbsent(value) || (rowIsNewer && !isAbsent(known) && !isPart(value));
		if (isAbsent(known) || !keeps) {
			merged.set(name, value);
		}
	}
	return Object.fromEntries(merged);
};

/**
 * The list's row with GetJob's answer merged over it. GetJob lacks some of the list's fields, so it never replaces the row;
 * a single value of a row that came after the answer is the newer one. The row's identity stays.
 */
export const mergeJob = (row: Job, answer: Json | undefined, rowIsNewer: boolean): Job =>
	isJsonObject(row.sent) && isJsonObject(answer)
		? { ...decodeJob(mergeItems(row.sent, answer, rowIsNewer), 0), key: row.key }
		: row;

const collect = (before: Json | undefined, after: Json, path: string, found: Set<string>): void => {
	if (before === after) {
		return;
	}
	if (isJsonArray(after)) {
		const former = isJsonArray(before) ? before : [];
		after.forEach((item, index) => {
			collect(former[index], item, element(path, index), found);
		});
	} else if (isJsonObject(after)) {
		const former = isJsonObject(before) ? before : {};
		for (const [name, item] of Object.entries(after)) {
			collect(Object.hasOwn(former, name) ? former[name] : undefined, item, member(path, name), found);
		}
	} else {
		found.add(path);
	}
};

/** The paths of the single values that are new or other than before. Both must have passed `boundDepth`. */
export const changedPaths = (before: Json, after: Json): ReadonlySet<string> => {
	const found = new Set<string>();
	collect(before, after, '', found);
	return found;
};
