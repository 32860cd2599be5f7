import { intervalSeconds, usualPageSize } from '../tables/flags.ts';
import { groupKeys } from '../tables/group-keys.ts';
import { flagName } from '../tables/parameters.ts';
import { sortKeys } from '../tables/sort-keys.ts';
import { typedWord } from '../text/typed-word.ts';
import type { Configured } from './config/configuration.ts';
import { printWholeQuery } from './grammar/from-query.ts';
import { defaultQuery, type Query } from './query.ts';
import type { AnySort } from './sort.ts';
import { isSwept, type State } from './state.ts';

const filterFlags = (query: Query): readonly string[] => {
	const text = printWholeQuery(query);
	return text === '' ? [] : [`--filter=${text}`];
};

const sortFlag = ({ by, order }: AnySort): string => `--sort=${typedWord(sortKeys[by].word)}:${order}`;

/** The rows of a page are chosen by the service's order, and shown in dlctop's. */
const sortFlags = ({ query: { sort }, arrangement }: State): readonly string[] => {
	const isUsual = sort.by === defaultQuery.sort.by && sort.order === defaultQuery.sort.order;
	if (arrangement.sort === undefined) {
		return isUsual ? [] : [sortFlag(sort)];
	}
	const below = isUsual ? [] : [`--${flagName('SortBy')}=${sort.by}`, `--${flagName('Order')}=${sort.order}`];
	return [...below, sortFlag(arrangement.sort)];
};

const groupFlags = ({ arrangement: { group } }: State): readonly string[] =>
	group === undefined ? [] : [`--group=${typedWord(groupKeys[group].word)}`];

/** A number that is not the usual one, or would not be it where the settings say another. */
const numberFlags = ({ settings }: State): readonly string[] => {
	const { configured } = settings;
	const isUsual = (id: 'periodMs' | 'pageSize', usual: Configured[typeof id]): boolean =>
		settings[id] === usual && configured[id] === usual;
	return [
		...(isUsual('periodMs', intervalSeconds.usual * 1000) ? [] : [`--interval=${settings.periodMs / 1000}`]),
		...(isUsual('pageSize', usualPageSize) ? [] : [`--${flagName('PageSize')}=${settings.pageSize}`]),
	];
};

/**
 * The arguments that open this view wherever they are typed: the same jobs, order, groups, columns and pages over the same
 * connection. `--afresh` keeps out what settings and former runs there would add. The whole query stands in one filter, since only
 * there a window moves on with the time and the order of bare words has a meaning.
 */
export const viewArguments = (state: State): readonly string[] => {
	const { query, settings, pageNumber, everything, wide } = state;
	return [
		...settings.opensWith,
		'--afresh',
		...filterFlags(query),
		...sortFlags(state),
		...groupFlags(state),
		...(everything ? ['--everything'] : []),
		...(settings.columns === undefined ? [] : [`--columns=${settings.columns.join(',')}`]),
		...(wide ? ['--wide'] : []),
		...numberFlags(state),
		...(pageNumber === 1 || isSwept(state) ? [] : [`--${flagName('PageNumber')}=${pageNumber}`]),
	];
};

const isPlain = (word: string): boolean => /^[\w%+,./:=@-]+$/.test(word);

/** A word as a POSIX shell reads it back: within single quotes nothing has a meaning but the quote. */
export const shellWord = (word: string): string =>
	isPlain(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The view as one line for a shell. */
export const viewCommand = (state: State): string => ['dlctop', ...viewArguments(state)].map(shellWord).join(' ');
