import { once } from './once.ts';

/** The first segmenter of a process takes 11 ms, which a start with plain text need not pay. */
const segmenter = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** The grapheme clusters of a text as Unicode has them (UAX #29), one after the other. */
export const clustersOf = (text: string): readonly string[] =>
	Array.from(segmenter().segment(text), ({ segment }) => segment);
