import type { Job } from '../job.ts';
import { isJsonArray, isJsonObject, type Json, sameJson } from '../json.ts';
import { maskJson } from '../mask-json.ts';
import { member } from './tree.ts';

/** A value in which two jobs differ; undefined where a job has none. Secrets are masked. */
export type Difference = {
	readonly path: string;
	readonly a: Json | undefined;
	readonly b: Json | undefined;
};

/** Parts that are compared name by name, since a difference in one of many is what one looks for. */
const parts = ['Envs', 'CustomEnvs', 'CodeSource', 'Settings', 'ElasticSpec'] as const;
const whole = [
	'UserCommand',
	'UserScript',
	'WorkingDir',
	'ThirdpartyLibs',
	'JobType',
	'ResourceId',
	'Priority',
] as const;
const ofRole = ['Image', 'EcsSpec', 'PodCount', 'ResourceConfig', 'UseSpotInstance', 'SpotSpec'] as const;

const field = (value: Json | undefined, name: string): Json | undefined =>
	isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** Absent, null and the empty text mean the same to the service. */
const known = (value: Json | undefined): Json | undefined => (value === null || value === '' ? undefined : value);

const compare = (path: string, a: Json | undefined, b: Json | undefined): readonly Difference[] => {
	if (isJsonObject(a) || isJsonObject(b)) {
		const names = new Set([...Object.keys(isJsonObject(a) ? a : {}), ...Object.keys(isJsonObject(b) ? b : {})]);
		return [...names].toSorted().flatMap(name => compare(member(path, name), field(a, name), field(b, name)));
	}
	return sameJson(known(a), known(b)) ? [] : [{ path, a: known(a), b: known(b) }];
};

/** The roles by their types, so that a master is held against a master. */
const roles = (item: Json): ReadonlyMap<string, Json> => {
	const specs = field(item, 'JobSpecs');
	const list = isJsonArray(specs) ? specs : specs === undefined ? [] : [specs];
	return new Map(list.map((spec, index) => [String(field(spec, 'Type') ?? index), spec]));
};

const roleDifferences = (a: Json, b: Json): readonly Difference[] => {
	const [ofA, ofB] = [roles(a), roles(b)];
	return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap(type =>
		ofRole.flatMap(name => compare(`${type}.${name}`, field(ofA.get(type), name), field(ofB.get(type), name))),
	);
};

/**
 * In what the makings of two jobs differ: image, code, command, variables, resources by role, nodes, settings. Times, names and
 * statuses are left out, and so is all that is equal. The same path never comes twice.
 */
export const differences = (a: Job, b: Job): readonly Difference[] => {
	const [itemA, itemB] = [maskJson(a.sent), maskJson(b.sent)];
	const at = (name: string): readonly Difference[] => compare(name, field(itemA, name), field(itemB, name));
	return [
		...roleDifferences(itemA, itemB),
		...compare('nodes', a.nodes, b.nodes),
		...compare('GPUs', a.gpus, b.gpus),
		...whole.flatMap(at),
		...parts.flatMap(at),
	];
};
