import type { NonEmpty } from './random.ts';

/** Points (share of the population, seconds) of a distribution, ascending in both. */
export type Curve = NonEmpty<readonly [share: number, seconds: number]>;

/** How long tasks run: p5, p50, p90 and p99 as published of Alibaba's production GPU clusters; the ends are ours. */
export const lifeCurve: Curve = [
	[0, 12],
	[0.05, 48],
	[0.5, 540],
	[0.9, 6_568],
	[0.99, 93_600],
	[1, 190_000],
];

/** How long tasks wait in a queue: p50, p90 and p99 of the same figures. */
export const waitCurve: Curve = [
	[0, 1],
	[0.5, 2],
	[0.9, 106],
	[0.99, 874],
	[1, 5_400],
];

/** The value of a curve at a share in [0, 1], straight between its points on a logarithmic scale; in ms. */
export const along = (curve: Curve, share: number): number => {
	let [lowShare, low] = curve[0];
	for (const [highShare, high] of curve) {
		if (share < highShare) {
			const part = (share - lowShare) / (highShare - lowShare);
			return 1_000 * low * (high / low) ** part;
		}
		[lowShare, low] = [highShare, high];
	}
	return 1_000 * low;
};
