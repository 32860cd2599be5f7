import { type Binding, type CommandId, isCommandId, keyLabel, keymap, typingModes } from '../../tables/keymap.ts';
import { sectionKeys } from '../../tables/pane-keys.ts';
import { nearestWords } from '../../text/nearest.ts';
import { kebab } from '../command-names.ts';
import { failed, type Result, success } from '../failure.ts';
import type { Findings } from './findings.ts';
import { type Entry, type Place, textsOf } from './tree.ts';

const ids: readonly CommandId[] = Object.keys(keymap).filter(isCommandId);
const commandNamed = (name: string): CommandId | undefined => ids.find(id => id === name || kebab(id) === name);

const sections: readonly Binding[] = sectionKeys;

const longNames: readonly string[] = [
	'tab',
	'shift+tab',
	'shift+up',
	'shift+down',
	'enter',
	'escape',
	'up',
	'down',
	'left',
	'right',
	'home',
	'end',
	'pageup',
	'pagedown',
	'space',
];

const otherNames: Readonly<Record<string, string>> = {
	esc: 'escape',
	return: 'enter',
	pgup: 'pageup',
	pgdn: 'pagedown',
	pgdown: 'pagedown',
	'↑': 'up',
	'↓': 'down',
	'←': 'left',
	'→': 'right',
	' ': 'space',
};

/** What a terminal sends for these is another key (ASCII: Ctrl-h is Backspace, Ctrl-i Tab, Ctrl-j and Ctrl-m Enter). */
const sentAsOthers: readonly string[] = ['ctrl+h', 'ctrl+i', 'ctrl+j', 'ctrl+m'];

/** A key as the input layer names it: `x`, `ctrl+x`, `pagedown`; also as a person writes it: `Ctrl-x`, `PgDn`. */
const readKey = (text: string): Result<string, string> => {
	if ([...text].length === 1 && /^[!-~]$/.test(text)) {
		return success(text);
	}
	const name = text.toLowerCase().replace(/^(ctrl|shift|alt)-/, '$1+');
	const known = Object.hasOwn(otherNames, name) ? otherNames[name] : longNames.find(key => key === name);
	if (known !== undefined) {
		return success(known);
	}
	if (sentAsOthers.includes(name)) {
		return failed('a terminal sends another key for it; take another letter');
	}
	return /^ctrl\+[a-z]$/.test(name) || /^alt\+[!-~]$/.test(name)
		? success(name)
		: failed(`write a key as x, Ctrl-x, Alt-x or one of ${longNames.join(', ')}`);
};

const readKeys = (id: CommandId, { key: name, value }: Entry, findings: Findings): readonly string[] | undefined => {
	const texts = value.kind === 'text' ? [{ text: value.text, place: value.place }] : textsOf(value);
	const binding: Binding = keymap[id];
	const keys: string[] = [];
	const wrong = (place: Place, message: string): void => {
		findings.misfits.push({ place, message: `${name}: ${message}` });
	};
	if (texts === undefined) {
		wrong(value.place, 'write a key, or a list of keys');
		return undefined;
	}
	for (const { text, place } of texts.filter(({ text }) => text !== 'none')) {
		const key = readKey(text);
		if (!key.ok) {
			wrong(place, `${text}: ${key.problem}`);
		} else if (
			binding.modes.some(mode => typingModes.includes(mode)) &&
			(key.value.length === 1 || key.value === 'space')
		) {
			wrong(place, `${text} can be typed there; take a key like Ctrl-x`);
		} else {
			keys.push(key.value);
		}
	}
	if (id === 'quit' && keys.length === 0) {
		wrong(value.place, 'this way out needs a key');
	}
	return keys;
};

/** Commands that have one key in one mode, of which at least one was given it by the file. */
const findConflicts = (overrides: ReadonlyMap<CommandId, readonly string[]>, places: Findings['places']) => {
	const commands = [
		...ids.map(id => {
			const binding: Binding = keymap[id];
			return { name: kebab(id), modes: binding.modes, keys: overrides.get(id) ?? binding.keys, id };
		}),
		...sections.map(({ help, modes, keys }) => ({ name: help, modes, keys, id: undefined })),
	];
	const isRebound = (id: CommandId | undefined): boolean => id !== undefined && overrides.has(id);
	return commands
		.filter(({ id }) => isRebound(id))
		.flatMap(mine =>
			commands
				.filter(other => other !== mine && !(isRebound(other.id) && other.name < mine.name))
				.flatMap(other => {
					const key = mine.keys.find(candidate => other.keys.includes(candidate));
					const mode = mine.modes.find(candidate => other.modes.includes(candidate));
					const place = places.get(`keys.${mine.id}`);
					return key === undefined || mode === undefined || place === undefined
						? []
						: [{ place, key, mode, mine: mine.name, other: other.name }];
				}),
		);
};

/** The keys that a settings file gives to commands. A key that two commands would have in one place is a misfit that names both. */
export const checkKeys = (entries: readonly Entry[], findings: Findings): ReadonlyMap<CommandId, readonly string[]> => {
	const overrides = new Map<CommandId, readonly string[]>();
	for (const entry of entries) {
		const id = commandNamed(entry.key);
		if (id === undefined) {
			const message = `${entry.key}: there is no command of this name${nearestWords(entry.key, ids.map(kebab))}`;
			findings.misfits.push({ place: entry.place, message });
			continue;
		}
		const keys = readKeys(id, entry, findings);
		if (keys !== undefined) {
			overrides.set(id, keys);
			findings.places.set(`keys.${id}`, entry.place);
		}
	}
	for (const { place, key, mode, mine, other } of findConflicts(overrides, findings.places)) {
		const message = `${mine}: ${keyLabel(key)} is the key of ${other} too (${mode}); give ${other} another one, or none`;
		findings.misfits.push({ place, message });
	}
	return overrides;
};
