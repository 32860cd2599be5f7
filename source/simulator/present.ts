import type { Json, JsonObject } from '../model/json.ts';

/** The object without the fields that are undefined: a value not reached yet is not sent at all. */
export const present = (fields: { readonly [name: string]: Json | undefined }): JsonObject => {
	const sent: Record<string, Json> = {};
	for (const [name, value] of Object.entries(fields)) {
		if (value !== undefined) {
			sent[name] = value;
		}
	}
	return sent;
};
