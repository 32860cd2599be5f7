import { type ArgumentCommandId, argumentCommands } from '../tables/commands.ts';
import { type Binding, keymap } from '../tables/keymap.ts';
import { argumentWords } from './argument-words.ts';
import type { State } from './state.ts';

/** `halfDown` is typed `half-down`. */
export const kebab = (id: string): string => id.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

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

/** Words that begin so, in any case; where there are none, those of which a part behind a dot does. */
const beginning = (words: readonly string[], begun: string): readonly string[] => {
	const wanted = begun.toLowerCase();
	const starts = words.filter(word => word.toLowerCase().startsWith(wanted));
	return starts.length > 0 ? starts : words.filter(word => word.toLowerCase().includes(`.${wanted}`));
};

/** The words that the last word of a line may become, whole; in a list with commas, its last member. */
export const completions = (state: State, text: string): readonly string[] => {
	const [, name = '', rest] = /^\s*(\S*)(?:\s+(.*))?$/s.exec(text) ?? [];
	if (rest === undefined) {
		return commandNames.filter(candidate => candidate.startsWith(name));
	}
	return takesArgument(name) ? beginning(argumentWords(state, name), rest.slice(rest.lastIndexOf(',') + 1)) : [];
};
