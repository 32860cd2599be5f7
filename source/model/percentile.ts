/** The place, from 0, of the smallest of `count` ascending values that at least `share` (0 to 1) of them do not exceed. */
export const percentilePlace = (count: number, share: number): number => Math.max(0, Math.ceil(count * share) - 1);

/** The smallest of the values that at least `share` (0 to 1) of them do not exceed; undefined without values. */
export const percentile = (values: readonly number[], share: number): number | undefined =>
	values.toSorted((a, b) => a - b)[percentilePlace(values.length, share)];
