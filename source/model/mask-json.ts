import { nameFields, secretFields, valueField } from '../tables/masks.ts';
import { maskSign, maskText } from '../text/mask.ts';
import { isSecretName } from '../text/secret-names.ts';
import { boundDepth, isJsonArray, isJsonObject, type Json, type JsonObject, sameJson } from './json.ts';

const secretField = new Set(secretFields.map(name => name.toLowerCase()));

const isSecretField = (name: string): boolean => secretField.has(name.toLowerCase()) || isSecretName(name);

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

/** Arguments one by one: a secret flag hides the next one, unless that is a flag itself. */
const maskList = (list: readonly Json[]): Json =>
	list.map((item, index) => {
		const before = list[index - 1];
		const isValue = typeof before === 'string' && /^--?[\w.-]+$/.test(before) && isSecretName(before);
		return isValue && typeof item === 'string' && !item.startsWith('-') ? hide(item) : mask(item);
	});

const namesSecret = (object: JsonObject): boolean =>
	Object.entries(object).some(
		([name, value]) => nameFields.includes(name.toLowerCase()) && typeof value === 'string' && isSecretName(value),
	);

const maskObject = (object: JsonObject): Json => {
	const valueIsSecret = namesSecret(object);
	return Object.fromEntries(
		Object.entries(object).map(([name, value]) => [
			name,
			isSecretField(name) || (valueIsSecret && name.toLowerCase() === valueField) ? hide(value) : mask(value),
		]),
	);
};

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
