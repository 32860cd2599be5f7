import type { Json } from './json.ts';

const numberShape = /^\s*[-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?\s*$/i;

const asNumber = (json: Json): number | undefined => {
	const value = typeof json === 'string' && numberShape.test(json) ? Number(json) : json;
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

const asFlag = (json: Json): boolean | undefined => {
	const word = typeof json === 'string' ? json.toLowerCase() : json;
	if (word === true || word === 'true' || word === 1 || word === '1') {
		return true;
	}
	return word === false || word === 'false' || word === 0 || word === '0' ? false : undefined;
};

const asText = (json: Json): string | undefined => {
	if (typeof json === 'string') {
		return json;
	}
	return typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined;
};

/** How a single value is read; undefined where it cannot be. */
export const asLeaf = { text: asText, number: asNumber, flag: asFlag } as const;
