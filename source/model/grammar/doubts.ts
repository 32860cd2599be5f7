import { statusWords } from '../../tables/filter-fields.ts';
import { statuses } from '../../tables/statuses.ts';
import { nearest } from '../../text/nearest.ts';
import type { Query } from '../query.ts';

const known = Object.keys(statuses);

/** Whether a word of `status:` can mean a status that is known: one of them, a part of one, or one of the words for several. */
const canMean = (word: string): boolean =>
	statusWords.some(group => group === word) || known.some(status => status.toLowerCase().includes(word.toLowerCase()));

const wordsOf = ({ statuses: asked, local }: Query): readonly string[] => [
	...asked.filter(status => !known.includes(status)),
	...local.flatMap(({ match }) =>
		match.kind === 'text' && match.field === 'status'
			? match.patterns.flatMap(pattern => (pattern.kind === 'part' && !canMean(pattern.text) ? [pattern.text] : []))
			: [],
	),
];

/** What a query may well not mean, in sentences. The service can have statuses that this version does not know, so they are asked for all the same. */
export const doubtsAbout = (query: Query): readonly string[] =>
	wordsOf(query).map(word => {
		const near = nearest(word, known);
		return `${word} is not a status this version knows${near === undefined ? '' : `; did you mean ${near}?`}`;
	});
