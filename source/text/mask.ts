import { setters } from '../tables/masks.ts';
import { maskShapes, shapeHint } from './mask-shapes.ts';
import { maskSign } from './mask-sign.ts';
import { closerOf, type IsOpen, matchAt, quoteTracker, type Value, valueAt } from './mask-value.ts';
import { isHarmless, secretHint, secretRule } from './secret-names.ts';

export { maskSign } from './mask-sign.ts';

// A line break that a shell goes on behind, also where it is written as \n in a text of JSON.
const space = String.raw`(?:[ \t]|\\+(?:\r?\n|r?n(?=[\s\\"'])))`;
const some = `${space}{0,80}`;
/** The type of a name in Python, before its value. */
const typeName = String.raw`(?:str|bytes|Any|SecretStr|(?:typing\.)?(?:Optional|Union|Final)\[[^\]=\s]{1,60}\])(?:[ \t]?\|[ \t]?None)?`;
const closers = String.raw`["'\])\\]{0,8}`;
/**
 * A name and what binds a value to it, without the value, so that a name inside the value of another is found as well:
 * `NAME=`, `"name": `, `os.environ["NAME"] = `, `{"Name": "NAME", "Value": `, `get("NAME", `, after dashes a space, and in a list of
 * YAML the next item.
 */
const bindings = new RegExp(
	[
		// The name is taken whole or not at all: a lookahead is not entered again.
		String.raw`(?:(?<=%[0-9A-F]{2})|(?<![\w.-]|%(?=[0-9A-F]{2})))(?<dashes>-*)(?=(?<name>[\w.][\w.-]*))\k<name>`,
		'(?:',
		String.raw`(?<assigned>(?<closers>${closers})(?:\s{0,80}(?:,|\r?\n)\s{0,80}\\*["']?value\\*["']?)?${some}(?::=|=>|[+=]?=|%3D|:[ \t]?${typeName}[ \t]?=(?!=)|:)${some}(?:\s{0,80}(?=\\*["']))?)`,
		String.raw`|(?<listed>\\*["']\s{0,80},\s{0,80}(?=\\*["']))`,
		String.raw`|(?<item>["']?[ \t]*\r?\n[ \t]*-[ \t]+(?!["']?-))`,
		`|(?<spaced>${space}{1,80}(?!-))`,
		')',
	].join(''),
	'gi',
);

// The value stands before the name: `{"value": "x", "name": "HF_TOKEN"}`.
const valueFirst =
	/(["']value\\*["']\s{0,9}:\s{0,9}\\*["'])((?:[^"'\\]|\\.){1,4096}?)(\\*["']\s{0,80},\s{0,80}\\*["'](?:name|key)\\*["']\s{0,9}:\s{0,9}\\*["'])([\w.-]{1,128})(?=\\*["'])/gi;

const scheme = /(?:bearer|basic|token)[ \t]+/iy;
const blockSign = /[|>][+-]?\d?[ \t]*(\r?\n|$)/y;

type Groups = Readonly<Record<string, string | undefined>>;

/** Whether a name with what follows it binds a value. A word of everyday texts does not by a colon alone: `forward pass: 3 ms`. */
const bindsValue = (
	{ name = '', dashes, assigned, closers: closing, item, spaced }: Groups,
	isSet: () => boolean,
): boolean => {
	const rule = secretRule(name);
	const needsDashes = item !== undefined || (spaced !== undefined && rule !== undefined && !isSet());
	if (rule === undefined || (needsDashes && dashes === '')) {
		return false;
	}
	const isProse = rule.prose === true && name.toUpperCase() === rule.word && dashes === '';
	return !(isProse && closing === '' && assigned?.trimStart().startsWith(':') === true);
};

/** What of a secret is still to come when a text ends, where it is one line of many. */
export type OpenEnd =
	/** The value begins, or goes on, in the next line. */
	| { readonly kind: 'value' }
	| { readonly kind: 'quote'; readonly closer: string }
	/** A block of YAML: all lines that are set in deeper than the one with the name, whose text before the name this is. */
	| { readonly kind: 'block'; readonly before: string };

export type Masked = { readonly text: string; readonly open: OpenEnd | undefined };

const setter = new RegExp(String.raw`(?:^|[\s;&|"'])${setters}[ \t]+(?:\S{1,100}:)?$`);
const longestSetter = 200;
/** Whether a word before a name says that its value comes next. */
const isSetAt = (text: string, at: number): boolean => setter.test(text.slice(Math.max(0, at - longestSetter), at));

const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The end of a block of YAML whose first line begins at `from`. */
const blockEnd = (text: string, from: number, indent: number): number => {
	let at = from;
	while (at < text.length) {
		const next = text.indexOf('\n', at);
		const line = text.slice(at, next === -1 ? text.length : next);
		if (line.trim() !== '' && indentOf(line) <= indent) {
			return at - 1;
		}
		at = next === -1 ? text.length : next + 1;
	}
	return text.length;
};

/** A value found: the text from `start` to `end` is hidden, inside of the quotes. */
type Hidden = { readonly start: number; readonly end: number; readonly hidden: string };
type Found = { readonly value: Hidden | undefined; readonly open: OpenEnd | undefined };

const blockValue = (text: string, nameAt: number, bound: number, sign: RegExpExecArray): Found => {
	const from = startOfLine(text, nameAt);
	const before = text.slice(from, nameAt);
	if (sign[1] === '') {
		return { value: undefined, open: { kind: 'block', before } };
	}
	const start = bound + sign[0].length;
	const end = blockEnd(text, start, indentOf(before));
	const first = text.slice(start, end);
	const hidden = `${first.slice(0, indentOf(first))}${maskSign}`;
	return { value: end > start ? { start, end, hidden } : undefined, open: undefined };
};

const fallback = /[)\]]{0,4}[ \t]+(?:or|\?\?)[ \t]+(?=["'])/y;
/** `get("X") or "y"`: what a value is otherwise is a part of it. */
const withFallback = (text: string, value: Value, isOpen: IsOpen): Value => {
	const found = value.unclosed === undefined ? matchAt(fallback, text, value.end) : null;
	return found === null ? value : { ...valueAt(text, value.end + found[0].length, isOpen), open: '', close: '' };
};

const wordValue = (text: string, bound: number, groups: Groups, isOpen: ReturnType<typeof quoteTracker>): Found => {
	const start = bound + (matchAt(scheme, text, bound)?.[0].length ?? 0);
	const { end, open, close, unclosed } = withFallback(text, valueAt(text, start, isOpen), isOpen);
	const value = text.slice(start + open.length, end - close.length);
	const rule = secretRule(groups.name ?? '');
	if (rule !== undefined && isHarmless(rule, value)) {
		return { value: undefined, open: undefined };
	}
	const bracket = text.slice(end).trim() === '' ? closerOf[value] : undefined;
	if (bracket !== undefined) {
		// A list of numbers is one of counts: it stays readable.
		return { value: undefined, open: rule?.unless === 'number' ? undefined : { kind: 'quote', closer: bracket } };
	}
	const goesOn =
		/^\\[ \t]*$/.test(text.slice(end)) || (value === '' && end === text.length && open === '' && groups.closers !== '');
	const openEnd: OpenEnd | undefined =
		unclosed === undefined ? (goesOn ? { kind: 'value' } : undefined) : { kind: 'quote', closer: unclosed };
	return {
		value: value === '' ? undefined : { start, end, hidden: `${open}${maskSign}${close}` },
		open: openEnd,
	};
};

const maskBindings = (text: string): Masked => {
	const isOpen = quoteTracker(text);
	const parts: string[] = [];
	let done = 0;
	let open: OpenEnd | undefined;
	for (const match of text.matchAll(bindings)) {
		const groups = match.groups ?? {};
		const bound = match.index + match[0].length;
		// A name may stand in a hidden value, and its own value behind it: `token = get("TOKEN", "x")`.
		if (bound < done || !bindsValue(groups, () => isSetAt(text, match.index))) {
			continue;
		}
		const sign = groups.assigned?.trimEnd().endsWith(':') === true ? matchAt(blockSign, text, bound) : null;
		const found = sign === null ? wordValue(text, bound, groups, isOpen) : blockValue(text, match.index, bound, sign);
		open = found.open;
		if (found.value !== undefined) {
			// The value of a name in a hidden value may begin where that ends, as in `TOKEN=TOKEN=\'x`: one sign stands for both.
			const goesOn = found.value.start === done && found.value.hidden === maskSign && parts.at(-1) === maskSign;
			parts.push(text.slice(done, found.value.start), goesOn ? '' : found.value.hidden);
			done = found.value.end;
		}
	}
	parts.push(text.slice(done));
	return { text: parts.join(''), open };
};

// <password>x</password>, <name>a.secretKey</name><value>x</value>, key="ApiToken" value="x".
const tagged = /<([\w.-]{1,128})>([^<>]{1,4096})(?=<\/\1>)/g;
const taggedPair = /(<(?:name|key)>([\w.-]{1,128})<\/(?:name|key)>\s{0,80}<value>)([^<>]{1,4096})/g;
const attributePair = /(\b(?:name|key)=["']([\w.-]{1,128})["']\s{1,9}value=["'])([^"']{1,4096})/g;

const maskTags = (text: string): string => {
	const inPair = (all: string, before: string, name: string): string =>
		secretRule(name) === undefined ? all : before + maskSign;
	return text.includes('</') || text.includes('value=')
		? text
				.replace(taggedPair, inPair)
				.replace(attributePair, inPair)
				.replace(tagged, (all, name: string) => (secretRule(name) === undefined ? all : `<${name}>${maskSign}`))
		: text;
};

const maskValuesFirst = (text: string): string =>
	maskTags(text).replace(valueFirst, (all, before: string, _value: string, between: string, name: string) =>
		secretRule(name) === undefined ? all : `${before}${maskSign}${between}${name}`,
	);

/** As {@link maskText}, for one line of several: also what of a secret is still to come. */
export const maskLine = (text: string): Masked => {
	const hasNames = secretHint.test(text);
	if (!hasNames && !shapeHint.test(text)) {
		return { text, open: undefined };
	}
	const shaped = maskShapes(text);
	return hasNames ? maskBindings(maskValuesFirst(shaped)) : { text: shaped, open: undefined };
};

/**
 * The text with its secrets replaced by {@link maskSign}: private keys, the user info of URLs, tokens of known shapes, and the values of
 * secret names in shell, JSON, YAML and Python (`TOKEN=x`, `--password x`, `"api_key": "x"`). Rather too much is hidden than too little.
 */
export const maskText = (text: string): string => maskLine(text).text;
