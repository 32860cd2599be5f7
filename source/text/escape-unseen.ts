/** What a terminal or a reader obeys without showing it. JSON.stringify escapes C0 and lone surrogates itself. */
const unseen = /[[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]--[\u200c\u200d]]/gv;

const escaped = (character: string): string =>
	character
		.split('')
		.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');

/** The JSON text with everything in it that is not seen written as an escape: the same value to a parser, harmless to a terminal. */
export const escapeUnseen = (json: string): string => json.replace(unseen, escaped);
