import { sectionOf } from '../../tables/detail-sections.ts';
import type { Job } from '../job.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject, sameJson } from '../json.ts';
import { maskJson } from '../mask-json.ts';
import { element, isScalar, member } from './tree.ts';

/** A value in which two jobs differ; undefined where a job has none. As it is to be shown. */
export type Difference = {
	readonly path: string;
	readonly a: Json | undefined;
	readonly b: Json | undefined;
	/** The values differ in what is masked, and look alike. */
	readonly hidden: boolean;
};

/** Fields that stand first, in this order: what one suspects first. The variables that the service sets come last. */
const first: readonly string[] = ['CodeSource', 'UserCommand', 'UserScript', 'WorkingDir', 'ThirdpartyLibs'];
const last: readonly string[] = ['SystemEnvs', 'RoleSystemEnvs'];
/** Of the overview only these are a job's making; the others are its life. */
const ofOverview: readonly string[] = [
	'JobType',
	'WorkspaceId',
	'ResourceId',
	'ResourceQuotaName',
	'ResourceType',
	'ResourceLevel',
	'Priority',
	'Accessibility',
	'JobMaxRunningTimeMinutes',
	'EnablePreemptibleJob',
	'UseOversoldResource',
];
const sections: Readonly<Record<string, string>> = sectionOf;

const isCompared = (name: string): boolean => {
	const section = Object.hasOwn(sections, name) ? sections[name] : 'settings';
	return section === 'command' || section === 'settings' || ofOverview.includes(name);
};

/** A value as it is, and as it is shown. */
type Seen = { readonly raw: Json | undefined; readonly shown: Json | undefined };
const nothing: Seen = { raw: undefined, shown: undefined };

const has = (value: Json | undefined, name: string): value is JsonObject =>
	isJsonObject(value) && Object.hasOwn(value, name);

const field = ({ raw, shown }: Seen, name: string): Seen =>
	has(raw, name) ? { raw: raw[name], shown: has(shown, name) ? shown[name] : undefined } : nothing;

const item = ({ raw, shown }: Seen, index: number): Seen =>
	isJsonArray(raw) ? { raw: raw[index], shown: isJsonArray(shown) ? shown[index] : undefined } : nothing;

/** Absent, null and the empty text mean the same to the service. */
const known = (value: Json | undefined): Json | undefined => (value === null || value === '' ? undefined : value);

const namesOf = ({ raw }: Seen): readonly string[] => (isJsonObject(raw) ? Object.keys(raw) : []);

const isList = ({ raw }: Seen): boolean => isJsonArray(raw) && raw.some(value => !isScalar(value));

const lengthOf = ({ raw }: Seen): number => (isJsonArray(raw) ? raw.length : 0);

const itemsOf = (list: Seen): readonly Seen[] =>
	Array.from({ length: lengthOf(list) }, (_, index) => item(list, index));

/** Variables as pairs of Key (or Name) and Value, by their names; undefined where it is no such list, or a name comes twice. */
const variables = (list: Seen): ReadonlyMap<string, Seen> | undefined => {
	const found = new Map<string, Seen>();
	for (const entry of itemsOf(list)) {
		const name = field(entry, 'Key').raw ?? field(entry, 'Name').raw;
		if (typeof name !== 'string' || !has(entry.raw, 'Value') || found.has(name)) {
			return undefined;
		}
		found.set(name, field(entry, 'Value'));
	}
	return found;
};

const compareLists = (path: string, a: Seen, b: Seen): readonly Difference[] => {
	const [ofA, ofB] = [variables(a), variables(b)];
	if (ofA !== undefined && ofB !== undefined) {
		const names = [...new Set([...ofA.keys(), ...ofB.keys()])].toSorted();
		return names.flatMap(name => compare(member(path, name), ofA.get(name) ?? nothing, ofB.get(name) ?? nothing));
	}
	return Array.from({ length: Math.max(lengthOf(a), lengthOf(b)) }, (_, index) =>
		compare(element(path, index), item(a, index), item(b, index)),
	).flat();
};

const compare = (path: string, a: Seen, b: Seen): readonly Difference[] => {
	if (isJsonObject(a.raw) || isJsonObject(b.raw)) {
		const names = new Set([...namesOf(a), ...namesOf(b)]);
		return [...names].toSorted().flatMap(name => compare(member(path, name), field(a, name), field(b, name)));
	}
	if (isList(a) || isList(b)) {
		return compareLists(path, a, b);
	}
	if (sameJson(known(a.raw), known(b.raw))) {
		return [];
	}
	const [shownA, shownB] = [known(a.shown), known(b.shown)];
	return [{ path, a: shownA, b: shownB, hidden: sameJson(shownA, shownB) }];
};

/** The roles by their types, so that a master is held against a master; those of one type in their order. */
const roles = (job: Seen): ReadonlyMap<string, Seen> => {
	const specs = field(job, 'JobSpecs');
	const list = isJsonArray(specs.raw) ? specs.raw.map((_, index) => item(specs, index)) : specs.raw ? [specs] : [];
	const found = new Map<string, Seen>();
	for (const spec of list) {
		const type = String(field(spec, 'Type').raw ?? 'role');
		const count = [...found.keys()].filter(name => name === type || name.startsWith(`${type} `)).length;
		found.set(count === 0 ? type : `${type} ${count + 1}`, spec);
	}
	return found;
};

const roleDifferences = (a: Seen, b: Seen): readonly Difference[] => {
	const [ofA, ofB] = [roles(a), roles(b)];
	return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap(type =>
		compare(type, ofA.get(type) ?? nothing, ofB.get(type) ?? nothing).filter(({ path }) => path !== `${type}.Type`),
	);
};

/** A figure of the list, for which the item has several spellings. */
const figure = (value: Json | undefined): Seen => ({ raw: value, shown: value });

/**
 * In what the makings of two jobs differ: image, code, command, variables, resources by role, nodes, settings. Times, names and
 * statuses are left out, and so is all that is equal. The same path never comes twice. Secrets are compared as they are, and
 * masked unless `secrets` shows them.
 */
export const differences = (a: Job, b: Job, secrets = false): readonly Difference[] => {
	const seen = ({ sent }: Job): Seen => ({ raw: sent, shown: secrets ? sent : maskJson(sent) });
	const [seenA, seenB] = [seen(a), seen(b)];
	const names = [...new Set([...namesOf(seenA), ...namesOf(seenB)])].filter(isCompared).toSorted();
	const between = names.filter(name => !first.includes(name) && !last.includes(name));
	return [
		...roleDifferences(seenA, seenB),
		...compare('nodes', figure(a.nodes), figure(b.nodes)),
		...compare('GPUs', figure(a.gpus), figure(b.gpus)),
		...[...first, ...between, ...last].flatMap(name => compare(name, field(seenA, name), field(seenB, name))),
		...compare('NodeNames', field(seenA, 'NodeNames'), field(seenB, 'NodeNames')),
	];
};
