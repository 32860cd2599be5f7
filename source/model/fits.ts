import { isDeeperThan, isJsonArray, isJsonObject, type Json, type JsonObject, maxJsonDepth } from './json.ts';
import { asLeaf } from './leaf.ts';
import { any, isAbsent, type Schema } from './schema.ts';

/** The kind that a single value is of without being read; undefined for lists and objects. */
const plainKind = (value: Json): Schema['kind'] | undefined => {
	switch (typeof value) {
		case 'string':
			return 'text';
		case 'boolean':
			return 'flag';
		case 'number':
			return Number.isFinite(value) ? 'number' : undefined;
		default:
			return undefined;
	}
};

/** `fields` by their names, every other name by `otherwise`. */
const namedFit = (
	json: JsonObject,
	fields: ReadonlyMap<string, Schema> | undefined,
	otherwise: Schema,
	levels: number,
): boolean => {
	// Names are not listed first, as `Object.keys` would: what comes from JSON inherits none.
	for (const name in json) {
		const value = json[name];
		if (!isAbsent(value, fields !== undefined)) {
			const schema = fields?.get(name) ?? otherwise;
			// Most values are just what they should be.
			if (schema.kind !== plainKind(value) && !fitsWithin(schema, value, levels)) {
				return false;
			}
		}
	}
	return true;
};

const listFits = (of: Schema, json: Json, levels: number): boolean => {
	const element = of.kind === 'itself' ? of.of() : of;
	return isJsonArray(json)
		? json.every(value => value === null || fitsWithin(element, value, levels - 1))
		: isJsonObject(json) && element.kind === 'object' && fitsWithin(element, json, levels);
};

const fitsWithin = (schema: Schema, json: Json, levels: number): boolean => {
	if (levels === 0 && typeof json === 'object' && json !== null) {
		return false;
	}
	switch (schema.kind) {
		case 'text':
		case 'number':
		case 'flag':
			return asLeaf[schema.kind](json) !== undefined;
		case 'any':
			return !isDeeperThan(json, levels);
		case 'list':
			return listFits(schema.of, json, levels);
		case 'map':
			return isJsonObject(json) && namedFit(json, undefined, schema.of, levels - 1);
		case 'object': {
			const { fields, bareField } = schema;
			if (typeof json === 'string' && bareField !== undefined) {
				return fitsWithin(fields.get(bareField) ?? any, json, levels);
			}
			return isJsonObject(json) && namedFit(json, fields, any, levels - 1);
		}
		case 'itself':
			return fitsWithin(schema.of(), json, levels);
	}
};

/**
 * Whether reading it would note no problem, and {@link boundDepth} would return it as it is. So most items are; to know it costs a fraction
 * of reading them, for nothing is copied. Every field of an object is judged, also where `only` some are read.
 */
export const fits = (schema: Schema, json: Json): boolean => fitsWithin(schema, json, maxJsonDepth);
