/** The values that have one name, by it, each list in their order. */
export const byName = <T>(values: Iterable<T>, nameOf: (value: T) => string): ReadonlyMap<string, readonly T[]> => {
	const named = new Map<string, T[]>();
	for (const value of values) {
		const name = nameOf(value);
		const known = named.get(name);
		if (known === undefined) {
			named.set(name, [value]);
		} else {
			known.push(value);
		}
	}
	return named;
};
