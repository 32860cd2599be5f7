import { type GroupKey, groupKeys, groupWords, isGroupKey } from '../tables/group-keys.ts';
import { type AnySortKey, isSortKey, sortKeys, sortWords } from '../tables/sort-keys.ts';
import { nearestOrAll } from '../text/nearest.ts';
import { typedWord } from '../text/typed-word.ts';
import { failed, type Result, success } from './failure.ts';
import type { AnySort } from './sort.ts';

/** The entry that a typed word means: by its word on the screen, or by its id. */
const keyNamed = <Key extends string>(entries: readonly (readonly [Key, string])[], text: string): Key | undefined =>
	entries.find(([id, word]) => [typedWord(word), id.toLowerCase()].includes(text.toLowerCase()))?.[0];

const sortEntries = Object.entries(sortKeys).flatMap(([id, { word }]) => (isSortKey(id) ? [[id, word] as const] : []));

const groupEntries = Object.entries(groupKeys).flatMap(([id, { word }]) =>
	isGroupKey(id) ? [[id, word] as const] : [],
);

/** The key that a typed word sorts by. */
export const sortKeyNamed = (text: string): AnySortKey | undefined => keyNamed(sortEntries, text);

/** The key that a typed word groups by. */
export const groupKeyNamed = (text: string): GroupKey | undefined => keyNamed(groupEntries, text);

/** `gpus`, `gpus asc`, `gpus:asc`: a key, and its order where it is not the key's own. */
export const readOrder = (text: string): Result<AnySort, string> => {
	const [word = '', order = '', more] = text.toLowerCase().split(/\s+|:/);
	const by = sortKeyNamed(word);
	if (by === undefined) {
		return failed(`there is no order ${word}${nearestOrAll(word, sortWords)}`);
	}
	if (order === '' && more === undefined) {
		return success({ by, order: sortKeys[by].natural });
	}
	return (order === 'asc' || order === 'desc') && more === undefined
		? success({ by, order })
		: failed(`write ${word} asc or ${word} desc`);
};

/** A key, or `none`, which is undefined. */
export const readGroup = (text: string): Result<GroupKey | undefined, string> => {
	const group = groupKeyNamed(text);
	return group === undefined && text !== 'none'
		? failed(`there is no group ${text}${nearestOrAll(text, [...groupWords, 'none'])}`)
		: success(group);
};
