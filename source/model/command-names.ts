import { type ArgumentCommandId, argumentCommands } from '../tables/commands.ts';
import { type Binding, keymap } from '../tables/keymap.ts';

/** `halfDown` is typed `half-down`. */
const kebab = (id: string): string => id.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

const bindings: readonly (readonly [string, Binding])[] = Object.entries(keymap).map(([id, binding]) => [
	kebab(id),
	binding,
]);

const byName: ReadonlyMap<string, Binding> = new Map(bindings);

/** The key whose command has this name; undefined for none. */
export const bindingNamed = (name: string): Binding | undefined => byName.get(name);

/** Whether the command of this name reads what follows it. */
export const takesArgument = (name: string): name is ArgumentCommandId => Object.hasOwn(argumentCommands, name);

/** Every name that the `:` line knows, in the order of the tables. */
export const commandNames: readonly string[] = [
	...new Set([...Object.keys(argumentCommands), ...bindings.map(([name]) => name)]),
];

/** A command line as its name and the rest. */
export const splitCommand = (text: string): { readonly name: string; readonly argument: string } => {
	const [, name = '', argument = ''] = /^\s*:?\s*(\S*)\s*(.*?)\s*$/s.exec(text) ?? [];
	return { name, argument };
};

/** The words that the last word of a line may become, whole; in a list with commas, its last member. */
export const completions = (text: string): readonly string[] => {
	const [, name = '', rest] = /^\s*(\S*)(?:\s+(.*))?$/s.exec(text) ?? [];
	if (rest === undefined) {
		return commandNames.filter(candidate => candidate.startsWith(name));
	}
	const begun = rest.slice(rest.lastIndexOf(',') + 1).toLowerCase();
	return takesArgument(name) ? argumentCommands[name].words.filter(word => word.toLowerCase().startsWith(begun)) : [];
};
