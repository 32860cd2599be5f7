import { groupKeys } from '../../tables/group-keys.ts';
import { sortKeys } from '../../tables/sort-keys.ts';
import type { SavedView } from '../../tables/views.ts';
import { printWholeQuery } from '../grammar/from-query.ts';
import type { Look } from '../look.ts';
import type { AnySort } from '../sort.ts';

type Parts = Pick<Look, 'group' | 'everything'> & {
	readonly query: string;
	readonly sort: AnySort | undefined;
	readonly columns: Look['columns'] | 'usual';
};

const sortWords = ({ by, order }: AnySort): string => `${sortKeys[by].word} ${order === 'desc' ? '↓' : '↑'}`;

const isUsual = ({ by, order }: AnySort): boolean => by === 'GmtCreateTime' && order === 'desc';

/** What of a look is not as usual, in words; the filter first. */
const wordsOf = ({ query, sort, group, columns, everything }: Parts): string =>
	[
		query === '' ? 'no filter' : query,
		...(sort === undefined || isUsual(sort) ? [] : [sortWords(sort)]),
		...(group === undefined ? [] : [`by ${groupKeys[group].word}`]),
		...(everything ? ['everything'] : []),
		...(columns === undefined ? [] : [`columns ${columns === 'usual' ? 'usual' : columns.join(',')}`]),
	].join(' · ');

/** What a saved view holds: `status:failed · finished ↓ · by user · everything`. */
export const viewWords = (view: SavedView): string => wordsOf(view);

/** The same of a look of this run. */
export const lookWords = (look: Look): string =>
	wordsOf({
		...look,
		query: `${look.query.mine ? 'mine:yes ' : ''}${printWholeQuery(look.query)}`.trim(),
		sort: look.sort ?? look.query.sort,
	});
