/** Rows of the screen that stand elsewhere in the next frame: those from `top` to `bottom` (counted from 0), `by` rows up or, where negative, down. */
export type Scroll = { readonly top: number; readonly bottom: number; readonly by: number };

const csi = '\u001b[';

/** Fewer rows are painted anew for less than the sequences that move them. */
const leastGain = 3;

/** By how many rows most lines moved up; 0 where most of them are new, or stand where they stood. */
const likeliestShift = (before: readonly string[], after: readonly string[]): number => {
	const rowOf = new Map(before.map((line, row) => [line, row]));
	const votes = new Map<number, number>();
	let best = 0;
	for (const [row, line] of after.entries()) {
		const from = line === '' || line === before[row] ? undefined : rowOf.get(line);
		if (from !== undefined) {
			const by = from - row;
			votes.set(by, (votes.get(by) ?? 0) + 1);
			best = (votes.get(by) ?? 0) > (votes.get(best) ?? 0) ? by : best;
		}
	}
	return (votes.get(best) ?? 0) < leastGain ? 0 : best;
};

/** What of the screen is better moved than painted anew; undefined where nothing is. */
export const scrollBetween = (before: readonly string[], after: readonly string[]): Scroll | undefined => {
	const by = likeliestShift(before, after);
	if (by === 0) {
		return undefined;
	}
	const arrives = (row: number): boolean => after[row] !== '' && after[row] === before[row + by];
	const first = after.findIndex((_, row) => arrives(row));
	const last = after.findLastIndex((_, row) => arrives(row));
	const scroll = { top: Math.min(first, first + by), bottom: Math.max(last, last + by), by };
	let gain = 0;
	for (let row = scroll.top; row <= scroll.bottom; row++) {
		const stays = after[row] === before[row];
		const right = row >= first && row <= last && arrives(row);
		gain += stays === right ? 0 : right ? 1 : -1;
	}
	return gain < leastGain ? undefined : scroll;
};

/** The sequence that moves the rows, for a pen in the default look, since rows that become free are filled with its background. */
export const scrollSequence = ({ top, bottom, by }: Scroll): string => {
	const count = Math.abs(by) === 1 ? '' : Math.abs(by);
	// Deleting and inserting lines within margins is what ncurses does: every terminal knows it.
	return `${csi}${top + 1};${bottom + 1}r${csi}${top + 1}H${csi}${count}${by > 0 ? 'M' : 'L'}${csi}r`;
};

/** The rows after the scroll; `free` stands where nothing came to. */
export const scrolled = <Row>(rows: readonly Row[], { top, bottom, by }: Scroll, free: Row): readonly Row[] =>
	Array.from({ length: Math.max(rows.length, bottom + 1) }, (_, row) => {
		const from = row < top || row > bottom ? row : row + by;
		const isFree = from !== row && (from < top || from > bottom);
		return isFree ? free : (rows[from] ?? free);
	});
