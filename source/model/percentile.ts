/** The smallest of the values, which are in ascending order, that at least `share` (0 to 1) of them do not exceed; undefined without values. */
export const percentileOfSorted = (values: ArrayLike<number>, share: number): number | undefined =>
	values[Math.max(0, Math.ceil(values.length * share) - 1)];

/** The smallest of the values that at least `share` (0 to 1) of them do not exceed; undefined without values. */
export const percentile = (values: readonly number[], share: number): number | undefined =>
	percentileOfSorted(
		values.toSorted((a, b) => a - b),
		share,
	);
