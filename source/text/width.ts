import stringWidth from 'string-width';
import { isEmoji } from './emoji.ts';
import { clustersOf } from './segmenter.ts';

/** Single characters that are one cell wide wherever they stand: ASCII, Latin, Cyrillic, and the signs dlctop draws. */
const narrow = String.raw`\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2297\u2500-\u25fc\u26a0\u2713\u2717`;
/** The same for two cells: ideographs, kana, Hangul syllables and full-width forms. */
const wide = String.raw`\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e`;

const ascii = /^[\u0020-\u007e]*$/;
/** Nothing in such a text joins with its neighbour, so each character is a grapheme, and its code unit. */
const plain = new RegExp(`^[${narrow}${wide}]*$`);
const isWide = new RegExp(`[${wide}]`);
const everyWide = new RegExp(`[${wide}]`, 'g');
/**
 * A stretch of other characters with the plain ones at its ends, which may join with them. Between two plain ones there always is a
 * boundary, so that a stretch can be looked at alone.
 */
const strange = new RegExp(`[${narrow}${wide}]?(?:[^${narrow}${wide}]+[${narrow}${wide}]?)+`, 'g');
const jamo = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;

/** Whether each character of a text is one code unit, with a width of its own about which terminals disagree at most by one cell. */
export const isPlainText = (text: string): boolean => plain.test(text);

/** Code units given to the segmenter at once: its time grows with the square of a text's length. */
const chunkLength = 2000;

const segmentsOf = (text: string): readonly string[] => {
	const found: string[] = [];
	let start = 0;
	let reach = chunkLength;
	while (start < text.length) {
		const cutsPair = (text.codePointAt(start + reach - 1) ?? 0) > 0xffff;
		const chunk = text.slice(start, start + reach + (cutsPair ? 1 : 0));
		const clusters = [...clustersOf(chunk)];
		// The last cluster may go on behind the cut, so it begins the next chunk.
		const open = start + chunk.length < text.length ? (clusters.pop() ?? '') : '';
		found.push(...clusters);
		start += chunk.length - open.length;
		reach = clusters.length === 0 ? reach * 2 : chunkLength;
	}
	return found;
};

/** The stretches of a text, in order: plain ones, and those for the segmenter, which takes a hundred times as long. */
const stretches = (text: string): readonly { readonly text: string; readonly isPlain: boolean }[] => {
	const found: { readonly text: string; readonly isPlain: boolean }[] = [];
	let start = 0;
	for (const { index, 0: stretch } of text.matchAll(strange)) {
		found.push({ text: text.slice(start, index), isPlain: true }, { text: stretch, isPlain: false });
		start = index + stretch.length;
	}
	found.push({ text: text.slice(start), isPlain: true });
	return found;
};

/** The grapheme clusters of a text: what a person calls its characters. */
export const graphemes = (text: string): readonly string[] =>
	isPlainText(text)
		? text.split('')
		: stretches(text).flatMap(({ text: stretch, isPlain }) => (isPlain ? stretch.split('') : segmentsOf(stretch)));

/**
 * A terminal that knows no clusters draws each letter of one beside the other (Thai am, Devanagari conjuncts, two halves
 * that make no flag), so a cluster is as wide as its letters, unless it is one emoji or one Hangul syllable.
 */
const countCluster = (cluster: string): number => {
	const joined = stringWidth(cluster, { countAnsiEscapeCodes: true });
	if (cluster.length === 1 || isEmoji(cluster) || jamo.test(cluster)) {
		return joined;
	}
	const apart = [...cluster].reduce((sum, letter) => sum + stringWidth(letter, { countAnsiEscapeCodes: true }), 0);
	return Math.max(joined, apart);
};

// Measured on Node 20: counting an emoji takes 5 to 10 µs, looking it up less than a tenth of that.
const known = new Map<string, number>();
const mostKnown = 4096;
const longestKnown = 16;

const clusterWidth = (cluster: string): number => {
	const found = known.get(cluster);
	if (found !== undefined) {
		return found;
	}
	const cells = countCluster(cluster);
	if (cluster.length <= longestKnown) {
		if (known.size >= mostKnown) {
			known.clear();
		}
		known.set(cluster, cells);
	}
	return cells;
};

const plainWidth = (text: string): number =>
	isWide.test(text) ? text.length + (text.match(everyWide)?.length ?? 0) : text.length;

const strangeWidth = (text: string): number =>
	segmentsOf(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0);

/**
 * Cells that a text takes in a terminal, the sum over its graphemes. Controls count nothing, and an escape sequence counts
 * as the text it is: the text on a screen holds neither.
 */
export const displayWidth = (text: string): number => {
	if (ascii.test(text)) {
		return text.length;
	}
	return isPlainText(text)
		? plainWidth(text)
		: stretches(text).reduce(
				(sum, { text: stretch, isPlain }) => sum + (isPlain ? plainWidth(stretch) : strangeWidth(stretch)),
				0,
			);
};
