import type { Schema } from '../model/schema.ts';
import { jobItem } from './job-item.ts';

/** One step from an item to a value in it. `each` is every element of a list. */
export type PathStep =
	| { readonly kind: 'field'; readonly name: string; readonly bareField: string | undefined }
	| { readonly kind: 'entry'; readonly name: string }
	| { readonly kind: 'each' };

/** How the values of a path read. A quantity came as text and still is a number: `10Gi`, `0.5`. */
export type PathKind = 'text' | 'number' | 'quantity' | 'flag' | 'time' | 'span';

/** A place in the item of a job, by the names that the service uses: `Settings.Driver`, `Pods[].NodeName`, `Envs.RANK`. */
export type ItemPath = {
	readonly path: string;
	readonly steps: readonly PathStep[];
	readonly kind: PathKind;
	/** Ms of one unit of a span. */
	readonly unitMs: number;
};

const quantities: ReadonlySet<string> = new Set([
	'CPU',
	'GPU',
	'Memory',
	'SharedMemory',
	'RequestGPU',
	'RequestMemory',
	'NodeCount',
	'RestartTimes',
]);

const isTime = (name: string): boolean => /^Gmt\w*Time$|^(?:Start|End)Time$/.test(name);

/** Numbers that are spans, by the unit in their names; `Duration` counts seconds (ListJobs page). */
const unitOf = (name: string): number | undefined => {
	if (name.endsWith('Minutes')) {
		return 60_000;
	}
	return name.endsWith('Seconds') || name === 'Duration' ? 1000 : undefined;
};

const scalarKind = (schema: Schema, name: string): PathKind => {
	switch (schema.kind) {
		case 'number':
			return unitOf(name) === undefined ? 'number' : 'span';
		case 'flag':
			return 'flag';
		case 'text':
			if (isTime(name)) {
				return 'time';
			}
			return quantities.has(name) ? 'quantity' : 'text';
		default:
			return 'text';
	}
};

type Way = { readonly path: string; readonly steps: readonly PathStep[]; readonly name: string };

const start: Way = { path: '', steps: [], name: '' };

const placeAt = (schema: Schema, { path, steps, name }: Way): ItemPath => ({
	path,
	steps,
	kind: scalarKind(schema, name),
	unitMs: unitOf(name) ?? 1,
});

const into = (way: Way, name: string, bareField: string | undefined): Way => ({
	path: way.path === '' ? name : `${way.path}.${name}`,
	steps: [...way.steps, { kind: 'field', name, bareField }],
	name,
});

const each = (way: Way): Way => ({ ...way, path: `${way.path}[]`, steps: [...way.steps, { kind: 'each' }] });

const entry = (way: Way, name: string): Way => ({
	path: `${way.path}.${name}`,
	steps: [...way.steps, { kind: 'entry', name }],
	name,
});

const bareFieldOf = (schema: Schema): string | undefined => (schema.kind === 'object' ? schema.bareField : undefined);

/** A name, its `[]` where one was typed, and what follows the dot. */
const segment = /^([^.[\]]+)(?:\[\])?(?:\.(.+))?$/s;

const walk = (schema: Schema, rest: string, way: Way): ItemPath | undefined => {
	switch (schema.kind) {
		case 'list':
			return walk(schema.of, rest, each(way));
		case 'itself':
			return walk(schema.of(), rest, way);
		case 'map':
			// The names in a map are the user's own: they may hold dots, and their case counts.
			return rest === '' ? undefined : placeAt(schema.of, entry(way, rest));
		case 'object': {
			const [, word, further = ''] = segment.exec(rest) ?? [];
			const wanted = word?.toLowerCase();
			const found = [...schema.fields].find(([name]) => name.toLowerCase() === wanted);
			return found && walk(found[1], further, into(way, found[0], bareFieldOf(found[1])));
		}
		default:
			return rest === '' ? placeAt(schema, way) : undefined;
	}
};

/** The place that a word names, in any case and with or without `[]`; undefined for none. */
export const itemPathOf = (word: string): ItemPath | undefined => walk(jobItem, word.trim(), start);

type Found = { readonly paths: readonly string[]; readonly maps: readonly string[] };

const nothing: Found = { paths: [], maps: [] };

const merged = (found: readonly Found[]): Found => ({
	paths: found.flatMap(({ paths }) => paths),
	maps: found.flatMap(({ maps }) => maps),
});

/** Every path below; a schema within itself is entered once. */
const collect = (schema: Schema, way: Way, entered: number): Found => {
	switch (schema.kind) {
		case 'list':
			return collect(schema.of, each(way), entered);
		case 'itself':
			return entered > 0 ? nothing : collect(schema.of(), way, entered + 1);
		case 'map':
			return { paths: [], maps: [way.path] };
		case 'object':
			return merged([...schema.fields].map(([name, of]) => collect(of, into(way, name, bareFieldOf(of)), entered)));
		default:
			return { paths: [way.path], maps: [] };
	}
};

let all: Found | undefined;

const everything = (): Found => {
	all ??= collect(jobItem, start, 0);
	return all;
};

/** Every single value of an item by its path, in the order of the item; those in maps aside, whose names are the user's. */
export const itemPaths = (): readonly string[] => everything().paths;

/** The maps of an item: behind a dot follows a name of the user's, as in `Envs.RANK`. */
export const itemMaps = (): readonly string[] => everything().maps;
