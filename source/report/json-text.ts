import type { Json } from '../model/json.ts';

/** What a terminal or a reader obeys without showing it. JSON.stringify escapes C0 and lone surrogates itself. */
const unseen = /[[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]--[\u200c\u200d]]/gv;

const escaped = (character: string): string =>
	character
		.split('')
		.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');

/** JSON text that is the same value to a parser and harmless to a terminal. `indent` is the spaces of a level; 0 for one line. */
export const jsonText = (json: Json, indent: number): string =>
	JSON.stringify(json, undefined, indent).replace(unseen, escaped);
