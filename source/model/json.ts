/** What JSON text can hold. The service's answers are this until they are decoded, and stay this where they are shown as sent. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const isJsonArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Deeper than anything the service documents (its own tree has nine levels), shallow enough for any recursion. */
export const maxJsonDepth = 48;

/** Whether lists and objects are nested in it more than so many levels deep. */
export const isDeeperThan = (value: Json, levels: number): boolean => {
	if (typeof value !== 'object' || value === null) {
		return false;
	}
	if (levels === 0) {
		return true;
	}
	for (const child of isJsonArray(value) ? value : Object.values(value)) {
		if (typeof child === 'object' && isDeeperThan(child, levels - 1)) {
			return true;
		}
	}
	return false;
};

const cut = (value: Json, levels: number): Json => {
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	if (levels === 0) {
		return '… (nested too deeply to show)';
	}
	if (isJsonArray(value)) {
		return value.map(child => cut(child, levels - 1));
	}
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, cut(child, levels - 1)]));
};

/** The value itself when it is shallow enough to walk by recursion, else a copy whose depths are replaced by a visible mark. */
export const boundDepth = (value: Json): Json => (isDeeperThan(value, maxJsonDepth) ? cut(value, maxJsonDepth) : value);

/** Equality by value. Key order does not count. Both values must have passed {@link boundDepth}. */
export const sameJson = (a: Json | undefined, b: Json | undefined): boolean => {
	if (a === b) {
		return true;
	}
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
		return false;
	}
	if (isJsonArray(a) || isJsonArray(b)) {
		return (
			isJsonArray(a) && isJsonArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
		);
	}
	const keys = Object.keys(a);
	return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
};
