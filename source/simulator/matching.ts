/** The service's fuzzy match: a part of the text, in any case, no wildcards. */
export const contains = (whole: string, part: string): boolean => whole.toLowerCase().includes(part.toLowerCase());

/** Words in lower case; each Chinese character is a word of its own. */
const words = (text: string): readonly string[] => text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];

/** The full-text index: every word of the search stands in the text as a whole word. A search without words finds nothing. */
export const hasWords = (text: string, search: string): boolean => {
	const wanted = words(search);
	const there = new Set(words(text));
	return wanted.length > 0 && wanted.every(word => there.has(word));
};

/** The entries of a comma list, without spaces around them. */
export const commaList = (text: string): readonly string[] =>
	text
		.split(',')
		.map(entry => entry.trim())
		.filter(entry => entry !== '');
