import { type FieldEntry, fieldEntries, fieldOf, type TextField, textFields } from '../../tables/filter-fields.ts';
import type { Job } from '../job.ts';
import type { List } from '../pieces.ts';
import { valueText } from './print.ts';

/** What Tab offers: whole texts for the place before the insertion point. */
export type Offer = {
	/** What stands before the part that is completed. */
	readonly start: string;
	readonly words: readonly string[];
	/** The one that stands in the line now. */
	readonly at: number;
};

const mostWords = 40;

/** The word under way: what stands after the last space outside of quotes. */
const wordStart = (text: string): number => {
	let quoted = false;
	let start = 0;
	for (let at = 0; at < text.length; at += 1) {
		if (text[at] === '\\') {
			at += 1;
		} else if (text[at] === '"') {
			quoted = !quoted;
		} else if (!quoted && /\s/.test(text[at] ?? '')) {
			start = at + 1;
		}
	}
	return start;
};

/** Values of a field among the loaded rows, the most frequent first. */
const seenValues = (field: TextField, jobs: List<Job>): readonly string[] => {
	const counts = new Map<string, number>();
	for (const text of jobs.flatMap(job => field.reads(job))) {
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	counts.delete('');
	return [...counts].toSorted((a, b) => b[1] - a[1]).map(([text]) => text);
};

const isEntryOf =
	(name: string) =>
	(entry: FieldEntry): boolean =>
		entry.opening.replace(/\W+$/, '').toLowerCase() === name.toLowerCase();

const valuesOf = (name: string, jobs: List<Job>): readonly string[] => {
	const field = fieldOf(name);
	const known = fieldEntries.find(isEntryOf(name))?.values ?? [];
	return field?.kind === 'text' ? [...known, ...seenValues(textFields[field.name], jobs)] : known;
};

const beginning = (words: readonly string[], begun: string): readonly string[] => [
	...new Set(words.filter(word => word.toLowerCase().startsWith(begun.toLowerCase()) && word !== begun)),
];

/** The first completion of the text before the insertion point; undefined where there is none. */
export const offerFor = (text: string, jobs: List<Job>): Offer | undefined => {
	const from = wordStart(text);
	const word = text.slice(from);
	const [, dash = '', name = '', sign = '', listed = '', begun = ''] =
		/^(-?)(?:([\p{L}][\p{L}\p{N}_-]*)(:|[<>!]?=|[<>])(.*,)?)?([^,]*)$/su.exec(word) ?? [];
	const words =
		name === ''
			? beginning(
					fieldEntries.map(({ opening }) => opening),
					begun,
				)
			: beginning(valuesOf(name, jobs), begun.replace(/^"/, '')).map(value => valueText(value));
	return words.length === 0
		? undefined
		: { start: text.slice(0, from) + dash + name + sign + listed, words: words.slice(0, mostWords), at: 0 };
};

/** The next completion, around in a circle. */
export const nextOffer = (offer: Offer, by: 1 | -1): Offer => ({
	...offer,
	at: (offer.at + by + offer.words.length) % offer.words.length,
});

/** The text before the insertion point with the completion. */
export const offeredText = ({ start, words, at }: Offer): string => start + (words[at] ?? '');
