import { wordOf } from '../tables/commands.ts';
import { type GroupKey, groupKeys, isGroupKey } from '../tables/group-keys.ts';
import { type AnySortKey, isSortKey, sortKeys } from '../tables/sort-keys.ts';

/** The entry that a typed word means: by its word on the screen, or by its id. */
const keyNamed = <Key extends string>(entries: readonly (readonly [Key, string])[], text: string): Key | undefined =>
	entries.find(([id, word]) => [wordOf(word), id.toLowerCase()].includes(text.toLowerCase()))?.[0];

const sortEntries = Object.entries(sortKeys).flatMap(([id, { word }]) => (isSortKey(id) ? [[id, word] as const] : []));

const groupEntries = Object.entries(groupKeys).flatMap(([id, { word }]) =>
	isGroupKey(id) ? [[id, word] as const] : [],
);

/** The key that a typed word sorts by. */
export const sortKeyNamed = (text: string): AnySortKey | undefined => keyNamed(sortEntries, text);

/** The key that a typed word groups by. */
export const groupKeyNamed = (text: string): GroupKey | undefined => keyNamed(groupEntries, text);

/** The words that these two know. */
export const sortWords: readonly string[] = sortEntries.map(([, word]) => wordOf(word));
export const groupWords: readonly string[] = groupEntries.map(([, word]) => wordOf(word));
