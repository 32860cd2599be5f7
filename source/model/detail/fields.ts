import { type FieldSection, sectionOf } from '../../tables/detail-sections.ts';
import { isJsonObject, type Json } from '../json.ts';
import { compare } from '../sorted.ts';
import { type DetailLine, fieldLine } from './line.ts';
import { fieldsOf, type SectionInput } from './section-input.ts';
import { tree } from './tree.ts';

const sections: Readonly<Record<string, FieldSection>> = sectionOf;

/** The section of a field; what the table does not know is the rest, among the settings. */
export const sectionOfField = (name: string): FieldSection =>
	Object.hasOwn(sections, name) ? (sections[name] ?? 'settings') : 'settings';

const isKnown = (name: string): boolean => Object.hasOwn(sections, name);

/** Fields as trees, in the order of their names. */
const trees = (names: readonly string[], input: SectionInput): readonly DetailLine[] => {
	const fields = fieldsOf(input);
	return names.flatMap(name => {
		const value = fields[name];
		return value === undefined ? [] : tree(0, name, name, value);
	});
};

/** Names sorted, so that a variable is found where one looks for it. */
const sorted = (value: Json): Json =>
	isJsonObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compare(a, b))) : value;

const commandFields = [
	'UserCommand',
	'UserScript',
	'WorkingDir',
	'ThirdpartyLibs',
	'ThirdpartyLibDir',
	'CodeSource',
	'DataSources',
] as const;
const environments = ['Envs', 'CustomEnvs', 'SystemEnvs', 'RoleSystemEnvs'] as const;

/** How the job starts, with which code, data and variables. */
export const commandLines = (input: SectionInput): readonly DetailLine[] => {
	const fields = fieldsOf(input);
	return [
		...trees(commandFields, input),
		...environments.flatMap(name => {
			const value = fields[name];
			return value === undefined ? [] : tree(0, name, name, sorted(value));
		}),
	];
};

/** The settings, and after them the rest: every field that came and that no table knows. */
export const settingsLines = (input: SectionInput): readonly DetailLine[] => {
	const names = Object.keys(fieldsOf(input)).filter(name => sectionOfField(name) === 'settings');
	const rest = names.filter(name => !isKnown(name));
	return [
		...trees(names.filter(isKnown).toSorted(), input),
		...(rest.length === 0 ? [] : [fieldLine(0, 'The rest', 'fields that dlctop does not know', { tone: 'branch' })]),
		...trees(rest, input),
	];
};
