import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../source/model/json.ts';

/** Reads of an item that fail the test when the item is not of that shape. */
export const objects = (value: Json | undefined): readonly JsonObject[] => {
	if (!isJsonArray(value)) {
		throw new Error(`not a list: ${JSON.stringify(value)}`);
	}
	return value.map(entry => {
		if (!isJsonObject(entry)) {
			throw new Error(`not an object: ${JSON.stringify(entry)}`);
		}
		return entry;
	});
};

export const textOf = (item: JsonObject, name: string): string => {
	const value = item[name];
	if (typeof value !== 'string') {
		throw new Error(`${name} is no text: ${JSON.stringify(value)}`);
	}
	return value;
};
