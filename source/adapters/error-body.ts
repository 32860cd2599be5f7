import { isJsonObject, type Json } from '../model/json.ts';

/** The service's own words in an error's body; `''` where it said nothing. Untrusted, and may quote what was sent to it. */
export type ErrorBody = {
	readonly Code: string;
	readonly Message: string;
	readonly RequestId: string;
};

/** Words longer than this help nobody. */
const longest = { Code: 200, Message: 2_000, RequestId: 200 } as const;

const jsonWords = (body: string): ((name: string) => string | undefined) | undefined => {
	try {
		const value: Json = JSON.parse(body);
		if (!isJsonObject(value)) {
			return undefined;
		}
		return name => {
			const word = value[name] ?? value[name.charAt(0).toLowerCase() + name.slice(1)];
			return typeof word === 'string' || typeof word === 'number' ? String(word) : undefined;
		};
	} catch {
		return undefined;
	}
};

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The gateway's XML errors are flat: a few elements with text in them. */
const xmlWords =
	(body: string) =>
	(name: string): string | undefined =>
		new RegExp(`<${name}>([^<]*)</${name}>`)
			.exec(body.slice(0, 20_000))?.[1]
			?.replaceAll(/&(lt|gt|quot|apos|amp);/g, (sign, entity: string) => entities[entity] ?? sign)
			.trim();

/** Reads JSON (`Code` or `code`) and the gateway's XML; anything else has no words. `hide` removes secrets before the text is cut. */
export const readErrorBody = (body: string, hide: (text: string) => string): ErrorBody => {
	const words = jsonWords(body) ?? xmlWords(body);
	const read = (name: keyof ErrorBody): string => hide(words(name) ?? '').slice(0, longest[name]);
	return { Code: read('Code'), Message: read('Message'), RequestId: read('RequestId') };
};
