/** Which groups hide their jobs. A group that nobody has seen before is as the last `Z` left all of them. */
export type Folds = {
	readonly all: 'open' | 'folded';
	/** Keys of the groups that were turned the other way since, one by one. */
	readonly turned: ReadonlySet<string>;
};

export const allOpen: Folds = { all: 'open', turned: new Set() };
export const allFolded: Folds = { all: 'folded', turned: new Set() };

export const isFolded = ({ all, turned }: Folds, key: string): boolean => turned.has(key) !== (all === 'folded');

/** One group folded where it was open, or opened where it was folded. */
export const turnFold = ({ all, turned }: Folds, key: string): Folds => {
	const others = new Set(turned);
	if (!others.delete(key)) {
		others.add(key);
	}
	return { all, turned: others };
};
