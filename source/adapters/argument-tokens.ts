import { failed, type Result, success } from '../model/failure.ts';
import { flags, longNames, otherWords } from '../tables/flags.ts';
import { nearestWords } from '../text/nearest.ts';
import { needsValue } from './wrong-value.ts';

/** A command line taken apart: each value with the flag it belongs to, in the order given. */
export type Token = { readonly flag: string; readonly value: string } | { readonly word: string };
type Split = { readonly token: Token; readonly taken: number };

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The long name and the attached value of `--name`, `--name=value`, `-n`, `-n=value` and `-nvalue`. */
const nameAndValue = (argument: string): { readonly name: string; readonly attached: string | undefined } => {
	if (argument.startsWith('--')) {
		const [, name = '', attached] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(argument) ?? [];
		return { name, attached };
	}
	const [, letter = '', attached] = /^-([\s\S])(?:=?([\s\S]+))?$/u.exec(argument) ?? [];
	return { name: longNames.get(letter) ?? letter, attached };
};

/** `--no-show-own` says `--show-own=false`. */
const unnegated = (name: string): { readonly name: string; readonly isNegated: boolean } => {
	const positive = name.startsWith('no-') ? name.slice(3) : name;
	return flags.get(positive)?.negates === true && positive !== name
		? { name: positive, isNegated: true }
		: { name, isNegated: false };
};

/** A flag where a value should stand: the value was forgotten. A lone dash or a negative number is a value. */
const looksLikeFlag = (argument: string): boolean =>
	argument.startsWith('--') || (argument.startsWith('-') && longNames.has(argument.slice(1, 2)));

/** `--no-demo` means a flag as well, though one that cannot be denied. */
const unknownFlag = (argument: string, name: string): string => {
	const meant = otherWords.get(name)?.map(flag => `--${flag}`);
	const near = (word: string): string => nearestWords(word, [...flags.keys()], flag => `--${flag}`);
	const advice = meant === undefined ? near(name) || near(name.replace(/^no-/, '')) : `; see ${meant.join(' and ')}`;
	return `${shown(argument)}: there is no such flag${advice}`;
};

const splitSwitch = (flag: string, attached: string | undefined, isNegated: boolean): Result<Split, string> => {
	if (attached === undefined) {
		return success({ token: { flag, value: isNegated ? 'false' : 'true' }, taken: 1 });
	}
	return isNegated || flags.get(flag)?.negates !== true
		? failed(`--${isNegated ? 'no-' : ''}${flag} takes no value`)
		: success({ token: { flag, value: attached }, taken: 1 });
};

const splitFirst = (first: string, second: string | undefined): Result<Split, string> => {
	const { name: given, attached } = nameAndValue(first);
	const { name: flag, isNegated } = unnegated(given);
	const known = flags.get(flag);
	if (known === undefined) {
		return failed(unknownFlag(first, given));
	}
	if (known.value === undefined) {
		return splitSwitch(flag, attached, isNegated);
	}
	if (attached !== undefined || known.optional === true) {
		return success({ token: { flag, value: attached ?? '' }, taken: 1 });
	}
	return second === undefined || looksLikeFlag(second)
		? failed(needsValue(flag))
		: success({ token: { flag, value: second }, taken: 2 });
};

/**
 * Takes a command line apart, or says what is wrong with it. A value is kept as it came: `--flag=value` takes any text, and
 * `--flag value` any that does not look like a flag. After `--` there are only words.
 */
export const splitArguments = (argv: readonly string[]): Result<readonly Token[], string> => {
	const tokens: Token[] = [];
	for (let at = 0; at < argv.length; ) {
		const argument = argv[at] ?? '';
		if (argument === '--') {
			return success([...tokens, ...argv.slice(at + 1).map(word => ({ word }))]);
		}
		if (!argument.startsWith('-') || argument === '-') {
			tokens.push({ word: argument });
			at += 1;
			continue;
		}
		const split = splitFirst(argument, argv[at + 1]);
		if (!split.ok) {
			return split;
		}
		tokens.push(split.value.token);
		at += split.value.taken;
	}
	return success(tokens);
};
