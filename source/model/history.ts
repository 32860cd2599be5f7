import { maskText } from '../text/mask.ts';

/** Entries that are kept, and characters of one. */
const mostEntries = 200;
const longestEntry = 1024;

/** The entries with one more, the newest last, each once, secrets masked. An empty text is no entry. */
export const remembered = (entries: readonly string[], text: string): readonly string[] => {
	const entry = maskText(text.trim()).slice(0, longestEntry);
	return entry === '' ? entries : [...entries.filter(known => known !== entry), entry].slice(-mostEntries);
};

/** The text of a history file: an entry a line. */
export const historyText = (entries: readonly string[]): string => entries.map(entry => `${entry}\n`).join('');

/** The entries of a history file, whatever it holds. */
export const historyFrom = (text: string): readonly string[] =>
	text
		.split(/[\r\n]+/)
		.slice(-mostEntries)
		.reduce<readonly string[]>(remembered, []);
