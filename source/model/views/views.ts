import { builtInViews, type SavedView, viewNumbers } from '../../tables/views.ts';

/** Every view by its name, and those that have a key. */
export type Views = {
	/** In the order of their keys, those without one last. */
	readonly all: readonly SavedView[];
	readonly byKey: ReadonlyMap<number, SavedView>;
};

/** Shares out the keys: whoever asked for one has it, then a view of the file takes that of its namesake, then the rest go in order. */
const keysOf = (own: readonly SavedView[]): ReadonlyMap<number, SavedView> => {
	const byKey = new Map<number, SavedView>();
	for (const view of own) {
		if (view.key !== undefined && !byKey.has(view.key)) {
			byKey.set(view.key, view);
		}
	}
	const taken = new Set([...byKey.values()].map(({ name }) => name));
	for (const builtIn of builtInViews) {
		const view = own.find(({ name }) => name === builtIn.name) ?? builtIn;
		if (builtIn.key !== undefined && !byKey.has(builtIn.key) && !taken.has(view.name)) {
			byKey.set(builtIn.key, view);
			taken.add(view.name);
		}
	}
	const free = viewNumbers.filter(number => !byKey.has(number) && number > builtInViews.length);
	for (const view of own.filter(({ name }) => !taken.has(name))) {
		const number = free.shift();
		if (number !== undefined) {
			byKey.set(number, view);
		}
	}
	return byKey;
};

/** The built-in views and those of the settings file; one with the name of a built-in one takes its place. */
export const viewsOf = (own: readonly SavedView[]): Views => {
	const byKey = keysOf(own);
	const names = new Set(own.map(({ name }) => name));
	const known = [...own, ...builtInViews.filter(({ name }) => !names.has(name))];
	const keyed = viewNumbers.flatMap(number => byKey.get(number) ?? []);
	return { all: [...keyed, ...known.filter(view => !keyed.includes(view))], byKey };
};

export const usualViews: Views = viewsOf([]);

export const viewNamed = ({ all }: Views, name: string): SavedView | undefined =>
	all.find(view => view.name.toLowerCase() === name.toLowerCase());

/** The number that shows a view; undefined for one without. */
export const keyOfView = ({ byKey }: Views, name: string): number | undefined =>
	viewNumbers.find(number => byKey.get(number)?.name === name);

/** Whether a text can be the name of a view: one word that needs no quotes anywhere. */
export const isViewName = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}$/u.test(text);

export const viewNameAdvice = 'a name is one word of letters, digits, - and _, at most 40';
