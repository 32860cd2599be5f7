import { intervalSeconds, usualPageSize } from '../tables/flags.ts';
import { flagName, type ParameterName } from '../tables/parameters.ts';
import { printWholeQuery } from './grammar/from-query.ts';
import { defaultQuery, type Query } from './query.ts';
import { isSwept, type State } from './state.ts';
import { toServiceTime } from './window.ts';
import { spanText } from './window-words.ts';

const flag = (name: ParameterName, value: string | number | boolean): string => `--${flagName(name)}=${value}`;

const windowFlags = ({ window }: Query): readonly string[] => {
	if (window === undefined) {
		return [];
	}
	if (window.kind === 'last') {
		return [flag('StartTime', spanText(window.ms))];
	}
	const { start, end } = window;
	return [
		...(start === undefined ? [] : [flag('StartTime', toServiceTime(start))]),
		...(end === undefined ? [] : [flag('EndTime', toServiceTime(end))]),
	];
};

const otherFlags = ({ others }: Query): readonly string[] => {
	const { Tags = {}, ...plain } = others;
	const names = Object.keys(plain).filter((name): name is keyof typeof plain => Object.hasOwn(plain, name));
	return [
		...names.flatMap(name => {
			const value = plain[name];
			return value === undefined ? [] : [flag(name, value)];
		}),
		...Object.entries(Tags).map(([name, value]) => flag('Tags', `${name}=${value}`)),
	];
};

/** With terms that only dlctop knows, the whole filter in the words of the prompt: there the order of bare words has a meaning. */
const filterFlags = (query: Query): readonly string[] =>
	query.local.length > 0
		? [`--filter=${printWholeQuery(query)}`]
		: [
				...(query.name === '' ? [] : [flag('DisplayName', query.name)]),
				...(query.statuses.length === 0 ? [] : [flag('Status', query.statuses.join(','))]),
				...(query.mine ? [] : [`--no-${flagName('ShowOwn')}`]),
				...windowFlags(query),
				...otherFlags(query),
			];

const sortFlags = ({ sort }: Query): readonly string[] =>
	sort.by === defaultQuery.sort.by && sort.order === defaultQuery.sort.order
		? []
		: [flag('SortBy', sort.by), flag('Order', sort.order)];

/** The arguments that open this view: its query, page and columns over the same connection. */
export const viewArguments = (state: State): readonly string[] => {
	const { query, settings, pageNumber } = state;
	return [
		...settings.opensWith,
		...filterFlags(query),
		...sortFlags(query),
		...(settings.periodMs === intervalSeconds.usual * 1000 ? [] : [`--interval=${settings.periodMs / 1000}`]),
		...(settings.pageSize === usualPageSize ? [] : [flag('PageSize', settings.pageSize)]),
		...(state.everything ? ['--everything'] : []),
		...(pageNumber === 1 || isSwept(state) ? [] : [flag('PageNumber', pageNumber)]),
		...(settings.columns === undefined ? [] : [`--columns=${settings.columns.join(',')}`]),
	];
};

/** What of the view no flag can say, in words; empty when the command says it all. */
export const viewLosses = ({ arrangement, wide }: State): readonly string[] => [
	...(arrangement.sort === undefined ? [] : ['the order']),
	...(arrangement.group === undefined ? [] : ['the groups']),
	...(wide ? ['the wide table'] : []),
];

const isPlain = (word: string): boolean => /^[\w%+,./:=@-]+$/.test(word);

/** A word as a POSIX shell reads it back: within single quotes nothing has a meaning but the quote. */
export const shellWord = (word: string): string =>
	isPlain(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The view as one line for a shell. */
export const viewCommand = (state: State): string => ['dlctop', ...viewArguments(state)].map(shellWord).join(' ');
