import { isJsonArray, isJsonObject, type Json, type JsonObject, sameJson } from '../json.ts';

/** What a field was, and what it is; null where it is not there. */
export type Change = { readonly from: Json; readonly to: Json };

/** A span that grows while a job lives says that time passes, not that anything happened. */
const clockField = 'Duration';

/** The value without what only the clock changes. */
const still = (value: Json): Json => {
	if (isJsonArray(value)) {
		return value.map(still);
	}
	return isJsonObject(value)
		? Object.fromEntries(
				Object.entries(value).flatMap(([name, child]) => (name === clockField ? [] : [[name, still(child)]])),
			)
		: value;
};

const nothing: JsonObject = {};

const differ = (path: string, before: Json, after: Json): readonly (readonly [string, Change])[] => {
	if (isJsonObject(before) && isJsonObject(after)) {
		const names = new Set([...Object.keys(before), ...Object.keys(after)]);
		return [...names].flatMap(name =>
			differ(path === '' ? name : `${path}.${name}`, before[name] ?? null, after[name] ?? null),
		);
	}
	return sameJson(before, after) ? [] : [[path, { from: before, to: after }]];
};

/** The fields in which two forms of an item differ, by their paths: objects field by field, lists as a whole. */
export const changesOf = (before: Json, after: Json): ReadonlyMap<string, Change> =>
	new Map(differ('', isJsonObject(before) ? still(before) : nothing, isJsonObject(after) ? still(after) : nothing));
