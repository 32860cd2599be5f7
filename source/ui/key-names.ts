import type { Key } from 'ink';
import { graphemes } from '../text/width.ts';

/** What one chunk of input comes down to: keys by their names in the key table, or text that came in one piece. */
export type Input = { readonly type: 'key'; readonly key: string } | { readonly type: 'text'; readonly text: string };

type Named = Exclude<keyof Key, 'ctrl' | 'shift' | 'meta' | 'super' | 'hyper' | 'capsLock' | 'numLock' | 'eventType'>;

const names: readonly (readonly [Named, string])[] = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

/** Finals of a CSI or SS3 sequence that a slow link tore from its Esc (ECMA-48 and xterm's cursor keys). */
const finals: Readonly<Record<string, string>> = { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end' };

/** Openers of OSC, DCS, SOS, PM and APC strings, as Ink hands them over: Alt and the character. */
const stringOpeners = new Set([']', 'P', 'X', '^', '_']);

/** Longer than the gap inside a sequence over a bad line, shorter than a person between two keys (ms). */
const tornWithinMs = 100;
/** A chunk longer than any burst of keys is a paste, even where the terminal does not say so. */
const longestBurst = 32;

const controlName = (code: number): string => {
	switch (code) {
		case 0x09:
			return 'tab';
		case 0x0a:
		case 0x0d:
			return 'enter';
		case 0x08:
		case 0x7f:
			return 'backspace';
		case 0x1b:
			return 'escape';
		default:
			return `ctrl+${String.fromCharCode(code + 0x60)}`;
	}
};

const nameOf = (character: string): string => {
	const code = character.codePointAt(0) ?? 0;
	if (code === 0x20) {
		return 'space';
	}
	return code < 0x20 || code === 0x7f ? controlName(code) : character;
};

const keysOf = (characters: readonly string[]): readonly Input[] =>
	characters.map(character => ({ type: 'key', key: nameOf(character) }));

const namedKey = (key: Key): string | undefined => {
	const name = names.find(([flag]) => key[flag])?.[1];
	if (name === undefined) {
		return undefined;
	}
	const shift = key.shift && ['tab', 'up', 'down'].includes(name) ? 'shift+' : '';
	return `${key.ctrl ? 'ctrl+' : ''}${shift}${name}`;
};

/** Numbers of `CSI n ~` (VT220 editing keypad). */
const numbered: Readonly<Record<string, string>> = {
	'1': 'home',
	'3': 'delete',
	'4': 'end',
	'5': 'pageup',
	'6': 'pagedown',
	'7': 'home',
	'8': 'end',
};

const tornWhole = /^[[O]([0-9;]*)([A-Za-z~])/;
const tornPart = /^[[O][0-9;]*$/;

const tornKey = (parameters: string, final: string): string | undefined =>
	final === '~' ? numbered[parameters.split(';')[0] ?? ''] : finals[final];

type Reading =
	| { readonly kind: 'plain' }
	/** The beginning of a sequence came, `Esc`, `[` or more of it: what comes now may be the rest. */
	| { readonly kind: 'torn'; readonly at: number; readonly text: string }
	/** Inside a control string, such as a terminal's answer: nothing in it is a key. */
	| { readonly kind: 'swallowing'; readonly at: number };

/** What the bytes outside of any sequence come down to. */
const readText = (text: string): readonly Input[] => {
	const characters = graphemes(text);
	return characters.length > longestBurst ? [{ type: 'text', text }] : keysOf(characters);
};

const readPlain = (input: string, key: Key): readonly Input[] => {
	if (!key.ctrl && !key.meta) {
		return readText(input);
	}
	return input === '' ? [] : [{ type: 'key', key: `${key.ctrl ? 'ctrl' : 'alt'}+${nameOf(input)}` }];
};

type Step = { readonly inputs: readonly Input[]; readonly next: Reading };

const plain: Reading = { kind: 'plain' };
const step = (inputs: readonly Input[], next: Reading = plain): Step => ({ inputs, next });

/** A control string ends with BEL, or with Esc \, which comes as Alt-\. */
const swallow = (before: Reading, input: string, key: Key): Step => {
	const end = input.indexOf('\u0007');
	if (end !== -1) {
		return step(readText(input.slice(end + 1)));
	}
	const ended = key.escape || (key.meta && input.startsWith('\\'));
	return step([], ended ? plain : before);
};

/** What the next piece of a torn sequence makes of it; undefined where it is none. */
const readTorn = (begun: string, input: string, at: number): Step | undefined => {
	const text = begun + input;
	const whole = tornWhole.exec(text);
	if (whole !== null) {
		const [sequence, parameters = '', final = ''] = whole;
		const key = tornKey(parameters, final);
		const rest = readText(text.slice(sequence.length));
		return step(key === undefined ? rest : [{ type: 'key', key }, ...rest]);
	}
	return tornPart.test(text) ? step([], { kind: 'torn', at, text }) : undefined;
};

/** The beginnings that Ink lets through as keys of their own. */
const beginningOf = (input: string, key: Key): string | undefined => {
	if (input === '[' && !key.ctrl) {
		return '[';
	}
	return input === 'O' && key.meta ? 'O' : undefined;
};

const read = (before: Reading, input: string, key: Key, at: number): Step => {
	const recent = before.kind !== 'plain' && Math.abs(at - before.at) <= tornWithinMs;
	if (before.kind === 'swallowing' && recent) {
		return swallow(before, input, key);
	}
	if (key.meta && stringOpeners.has(input.slice(0, 1))) {
		return step([], { kind: 'swallowing', at });
	}
	const named = namedKey(key);
	if (named !== undefined) {
		return step([{ type: 'key', key: named }], named === 'escape' ? { kind: 'torn', at, text: '' } : plain);
	}
	const torn = before.kind === 'torn' && recent ? readTorn(before.text, input, at) : undefined;
	if (torn !== undefined) {
		return torn;
	}
	const begun = beginningOf(input, key);
	return step(readPlain(input, key), begun === undefined ? plain : { kind: 'torn', at, text: begun });
};

/**
 * Turns what Ink hands over into keys: chunks are split, control bytes named, answers of the terminal swallowed up to
 * their end, and a torn arrow put together. `at` is the time of the chunk in ms.
 */
export const createKeyReader = (): ((input: string, key: Key, at: number) => readonly Input[]) => {
	let reading: Reading = plain;
	return (input, key, at) => {
		const { inputs, next } = read(reading, input, key, at);
		reading = next;
		return inputs;
	};
};
