import { nameFields, secretFields, userFlags, valueField } from '../tables/masks.ts';
import { maskSign, maskText } from '../text/mask.ts';
import { isHarmless, secretRule } from '../text/secret-names.ts';
import { boundDepth, isJsonArray, isJsonObject, type Json, type JsonObject, sameJson } from './json.ts';

const secretField = new Set(secretFields.map(name => name.toLowerCase()));

/** Whether a value of this name is hidden: a number of TOKENS is a count and stays. */
const isSecret = (name: string, value: Json | undefined): boolean => {
	const rule = secretRule(name);
	const isReadable =
		rule !== undefined && (typeof value === 'string' || typeof value === 'number') && isHarmless(rule, String(value));
	return rule !== undefined && !isReadable;
};

/** Everything below, hidden; its form stays visible, and so does what is empty, true or false. */
const hide = (json: Json): Json => {
	if (isJsonArray(json)) {
		return json.map(hide);
	}
	if (isJsonObject(json)) {
		return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, hide(value)]));
	}
	return json === null || json === '' || typeof json === 'boolean' ? json : maskSign;
};

const parsed = (text: string): Json | undefined => {
	if (!/^\s*[[{]/.test(text)) {
		return undefined;
	}
	try {
		const json: Json = JSON.parse(text);
		return boundDepth(json);
	} catch {
		return undefined;
	}
};

/** A text that is itself JSON is masked by its names; where nothing there is secret it stays as it was written. */
const maskString = (text: string): string => {
	const json = parsed(text);
	if (json === undefined) {
		return maskText(text);
	}
	const masked = mask(json);
	return sameJson(json, masked) ? maskText(text) : JSON.stringify(masked);
};

/** One of several arguments that hides the next one: a secret flag, unless that is a flag itself; and of `-u me:password` the password. */
const maskArgument = (before: string, item: string): string | undefined => {
	if (userFlags.includes(before)) {
		return maskText(`${before} ${item}`).slice(before.length + 1);
	}
	const isValue = /^--?[\w.-]+$/.test(before) && isSecret(before, item) && !item.startsWith('-');
	return isValue ? maskSign : undefined;
};

/** `["mysql", "-pX"]`: what is hidden in the command as a whole is hidden in its words, where none of them has a blank. */
const maskWords = (list: readonly string[]): readonly string[] => {
	const words = maskText(list.join(' ')).split(' ');
	return words.length === list.length ? words : list;
};

const maskList = (list: readonly Json[]): Json => {
	const texts = list.filter(item => typeof item === 'string');
	const words = texts.length === list.length && list.length > 1 ? maskWords(texts) : texts;
	return list.map((item, index) => {
		const before = list[index - 1];
		const hidden = typeof before === 'string' && typeof item === 'string' ? maskArgument(before, item) : undefined;
		const alone = hidden ?? mask(item);
		const word = texts.length === list.length ? words[index] : undefined;
		const isPlain = typeof alone === 'string' && !alone.includes(maskSign);
		return isPlain && word?.includes(maskSign) === true ? word : alone;
	});
};

const valueName = new RegExp(`^(.*)${valueField}s?$`, 'i');

/** Whether another field names this one, and names a secret: `Name` with `Value`, `TagKey` with `TagValue`, `EnvName` with `EnvValue`. */
const namesSecret = (object: JsonObject, field: string, value: Json | undefined): boolean => {
	const prefix = valueName.exec(field)?.[1]?.toLowerCase();
	return (
		prefix !== undefined &&
		Object.entries(object).some(
			([name, of]) =>
				nameFields.some(suffix => name.toLowerCase() === prefix + suffix) &&
				typeof of === 'string' &&
				isSecret(of, value),
		)
	);
};

const maskObject = (object: JsonObject): Json =>
	Object.fromEntries(
		Object.entries(object).map(([name, value]) => {
			const isValue = namesSecret(object, name, value);
			return [
				name,
				isValue || secretField.has(name.toLowerCase()) || isSecret(name, value) ? hide(value) : mask(value),
			];
		}),
	);

const mask = (json: Json): Json => {
	if (isJsonArray(json)) {
		return maskList(json);
	}
	if (isJsonObject(json)) {
		return maskObject(json);
	}
	return typeof json === 'string' ? maskString(json) : json;
};

/**
 * An item or an answer with its secrets replaced by the mask sign, for everything that is shown, copied or printed. The
 * form stays the same. Never throws.
 */
export const maskJson = (sent: Json): Json => mask(boundDepth(sent));
