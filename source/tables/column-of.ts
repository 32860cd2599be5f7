import { failed, type Result, success } from '../model/failure.ts';
import { nearest } from '../text/nearest.ts';
import { type Column, columnIds, columns } from './columns.ts';
import { itemPathOf, itemPaths } from './item-paths.ts';
import { pathColumnOf } from './path-columns.ts';

const byId: ReadonlyMap<string, Column> = new Map(Object.entries(columns));

/** The column of an id: one of the table, or a path of the item; undefined for a word that names none. */
export const columnOf = (id: string): Column | undefined => byId.get(id) ?? pathColumnOf(id);

/** Whether an id is a path of the item, not a column of the table. */
export const isPathColumn = (id: string): boolean => !byId.has(id);

/** The id that a typed word means, in any case; undefined for none. */
export const columnIdOf = (word: string): string | undefined => {
	const wanted = word.trim().toLowerCase();
	return columnIds.find(id => id.toLowerCase() === wanted) ?? itemPathOf(word)?.path;
};

/** A last name alone (`Driver`) means the path that ends in it; anything else the name with the fewest letters to change. */
const nearestColumn = (word: string): string | undefined => {
	const names = [...columnIds, ...itemPaths()];
	const wanted = word.toLowerCase().replaceAll('[]', '');
	const folded = names.map(name => name.toLowerCase().replaceAll('[]', ''));
	const ending = folded.findIndex(name => name.endsWith(`.${wanted}`));
	const close = nearest(wanted, folded);
	if (ending === -1 && close === undefined) {
		return undefined;
	}
	return names[ending === -1 ? folded.indexOf(close ?? '') : ending];
};

const near = (word: string): string => {
	const column = nearestColumn(word);
	return column === undefined
		? `; give one of ${columnIds.join(', ')}, or a path of an item, as Settings.Driver`
		: `; the nearest is ${column}`;
};

/** The ids of a list with commas, each once; the problem names the word that is no column, and the nearest that is or all that are. */
export const parseColumnList = (text: string): Result<readonly string[], string> => {
	const words = text.split(',').map(word => word.trim());
	const unknown = words.find(word => columnIdOf(word) === undefined);
	if (unknown === '') {
		return failed('write columns with commas between, as status,name');
	}
	return unknown === undefined
		? success([...new Set(words.flatMap(word => columnIdOf(word) ?? []))])
		: failed(`there is no column ${unknown}${near(unknown)}`);
};
