/**
 * The first of the places from `low` up to `high` at which something holds, by halves; `high` where it holds at none before. Where it holds
 * once, it has to hold at all places behind.
 */
export const firstPlace = (low: number, high: number, holdsAt: (place: number) => boolean): number => {
	let [from, to] = [low, high];
	while (from < to) {
		const middle = (from + to) >>> 1;
		[from, to] = holdsAt(middle) ? [from, middle] : [middle + 1, to];
	}
	return from;
};
