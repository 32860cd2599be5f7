import type { DecodeProblem } from './job.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from './json.ts';
import { asLeaf } from './leaf.ts';

type Shape =
	| { readonly kind: 'text' | 'number' | 'flag' | 'any' }
	| { readonly kind: 'map' | 'list'; readonly of: Schema }
	/** `bareField`: a lone text in the object's place is read as this field. `rest`: whether what the fields do not name is kept. */
	| {
			readonly kind: 'object';
			readonly fields: ReadonlyMap<string, Schema>;
			readonly bareField: string | undefined;
			readonly rest: 'kept' | 'left out';
	  }
	| { readonly kind: 'itself'; readonly of: () => Schema };

/** What may stand at a place of an answer, as data. `reads` is never set: it only carries the type. */
export type Schema<Value = unknown> = Shape & { readonly reads?: Value };
type Fields = { readonly [name: string]: Schema };
export type Infer<Given> = Given extends Schema<infer Value> ? Value : never;

type FieldsOf<Given extends Fields> = { readonly [Name in keyof Given]?: Infer<Given[Name]> };

export const text: Schema<string> = { kind: 'text' };
export const number: Schema<number> = { kind: 'number' };
export const flag: Schema<boolean> = { kind: 'flag' };
export const any: Schema<Json> = { kind: 'any' };
export const map = <Value>(of: Schema<Value>): Schema<{ readonly [name: string]: Value }> => ({ kind: 'map', of });
/** A lone object where a list of objects is expected is read as a list of one. */
export const list = <Value>(of: Schema<Value>): Schema<readonly Value[]> => ({ kind: 'list', of });
export const object = <Given extends Fields>(
	fields: Given,
	bareField?: keyof Given & string,
): Schema<FieldsOf<Given>> => ({
	kind: 'object',
	fields: new Map(Object.entries(fields)),
	bareField,
	rest: 'kept',
});
/** An object of which only the named fields are read: the rest is neither looked at nor kept. */
export const only = <Given extends Fields, Name extends keyof Given & string>(
	fields: Given,
	names: readonly Name[],
): Schema<FieldsOf<Pick<Given, Name>>> => {
	const wanted: ReadonlySet<string> = new Set(names);
	return {
		kind: 'object',
		fields: new Map(Object.entries(fields).filter(([name]) => wanted.has(name))),
		bareField: undefined,
		rest: 'left out',
	};
};
/** A schema within itself; the function is called while reading. */
export const itself = <Value>(of: () => Schema<Value>): Schema<Value> => ({ kind: 'itself', of });

/** What could be read, and what could not. `value` is undefined where nothing came, or nothing usable. */
export type Reading<Value> = { readonly value: Value | undefined; readonly problems: readonly DecodeProblem[] };

/** Enough to see what is wrong with an item, and a bound on what a hostile one can fill the memory with. */
export const maxProblems = 50;

type Walk = { readonly path: (string | number)[]; readonly problems: DecodeProblem[] };

const pathText = (path: readonly (string | number)[]): string =>
	path
		.map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
		.join('')
		.replace(/^\./, '');

const quoteLength = 24;

/** What came, in few words. The inside of a list or an object is never quoted: it may hold secrets. */
export const describe = (json: Json): string => {
	if (isJsonArray(json)) {
		return 'a list';
	}
	if (typeof json === 'object' && json !== null) {
		return 'an object';
	}
	if (typeof json === 'string') {
		return `text "${json.length > quoteLength ? `${json.slice(0, quoteLength)}…` : json}"`;
	}
	return typeof json === 'number' ? `the number ${json}` : String(json);
};

const expectations = {
	text: 'text',
	number: 'a number',
	flag: 'true or false',
	map: 'an object',
	list: 'a list',
	object: 'an object',
} as const;

const refuse = (walk: Walk, expected: keyof typeof expectations, json: Json): undefined => {
	if (walk.problems.length < maxProblems) {
		// A long text in the place of a list or an object is not quoted either.
		const structural = expected === 'list' || expected === 'object' || expected === 'map';
		const found = structural && typeof json === 'string' ? 'text' : describe(json);
		walk.problems.push({ path: pathText(walk.path), expected: expectations[expected], found });
	}
	return undefined;
};

/** Sets an own property whatever its name; an assignment to `__proto__` would not. */
const put = (target: Record<string, unknown>, name: string, value: unknown): void => {
	if (name === '__proto__') {
		Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
	} else {
		target[name] = value;
	}
};

const readStep = (schema: Schema, json: Json, step: string | number, walk: Walk): unknown => {
	walk.path.push(step);
	const value = readAt(schema, json, walk);
	walk.path.pop();
	return value;
};

/** An empty text means absent in a field; in a map it is a value. */
export const isAbsent = (json: Json | undefined, emptyIsAbsent: boolean): json is null | undefined | '' =>
	json === undefined || json === null || (json === '' && emptyIsAbsent);

/** A copy of what stands before a name, in their order. */
const fieldsBefore = (json: JsonObject, name: string): Record<string, unknown> => {
	const target: Record<string, unknown> = {};
	for (const before of Object.keys(json)) {
		if (before === name) {
			break;
		}
		put(target, before, json[before]);
	}
	return target;
};

/** Reads each value by the schema that its name has. What needs no change is not copied: most of an answer is as it should be. */
const readNamed = (
	json: JsonObject,
	schemaOf: (name: string) => Schema,
	emptyIsAbsent: boolean,
	walk: Walk,
): Readonly<Record<string, unknown>> => {
	let changed: Record<string, unknown> | undefined;
	for (const name of Object.keys(json)) {
		const given = json[name];
		const value = isAbsent(given, emptyIsAbsent) ? undefined : readStep(schemaOf(name), given, name, walk);
		if (value !== given) {
			changed ??= fieldsBefore(json, name);
		}
		if (changed !== undefined && value !== undefined) {
			put(changed, name, value);
		}
	}
	return changed ?? json;
};

const readOnly = (
	json: JsonObject,
	fields: ReadonlyMap<string, Schema>,
	walk: Walk,
): Readonly<Record<string, unknown>> => {
	const found: Record<string, unknown> = {};
	for (const [name, schema] of fields) {
		const given = json[name];
		const value = isAbsent(given, true) ? undefined : readStep(schema, given, name, walk);
		if (value !== undefined) {
			found[name] = value;
		}
	}
	return found;
};

const readList = (of: Schema, json: Json, walk: Walk): readonly unknown[] | undefined => {
	const element = of.kind === 'itself' ? of.of() : of;
	if (isJsonObject(json) && element.kind === 'object') {
		return [readAt(element, json, walk)];
	}
	if (!isJsonArray(json)) {
		return refuse(walk, 'list', json);
	}
	let changed: unknown[] | undefined;
	for (const [index, given] of json.entries()) {
		const value = given === null ? undefined : readStep(element, given, index, walk);
		if (value !== given) {
			changed ??= json.slice(0, index);
		}
		if (value !== undefined) {
			changed?.push(value);
		}
	}
	return changed ?? json;
};

const readAt = (schema: Schema, json: Json, walk: Walk): unknown => {
	switch (schema.kind) {
		case 'text':
		case 'number':
		case 'flag':
			return asLeaf[schema.kind](json) ?? refuse(walk, schema.kind, json);
		case 'any':
			return json;
		case 'list':
			return readList(schema.of, json, walk);
		case 'map':
			return isJsonObject(json) ? readNamed(json, () => schema.of, false, walk) : refuse(walk, 'map', json);
		case 'object': {
			const { fields, bareField, rest } = schema;
			const whole = typeof json === 'string' && bareField !== undefined ? { [bareField]: json } : json;
			if (!isJsonObject(whole)) {
				return refuse(walk, 'object', json);
			}
			return rest === 'kept'
				? readNamed(whole, name => fields.get(name) ?? any, true, walk)
				: readOnly(whole, fields, walk);
		}
		case 'itself':
			return readAt(schema.of(), json, walk);
	}
};

/**
 * Reads what came as leniently as can be, and never throws. Absent, null and `''` are the same; numbers and flags may be
 * texts and texts numbers or flags; fields that the schema does not know are kept as they came. A value of an impossible
 * type is left out and noted among the problems. `json` must have passed `boundDepth`; parts of it are returned as they are.
 */
export function read<Value>(schema: Schema<Value>, json: Json): Reading<Value>;
// The overload is where the schema's type meets the walk, which builds values name by name and so knows no type.
export function read(schema: Schema, json: Json): Reading<unknown> {
	const walk: Walk = { path: [], problems: [] };
	const value = isAbsent(json, true) ? undefined : readAt(schema, json, walk);
	return { value, problems: walk.problems };
}
