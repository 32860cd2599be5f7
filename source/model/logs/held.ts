/** The lines of a feed that are held, oldest first, readable and safe to show. */
export type Held = {
	readonly lines: readonly string[];
	/** Older lines that were let go: a line keeps its number, which is this plus its index. */
	readonly dropped: number;
};

export const nothingHeld: Held = { lines: [], dropped: 0 };

/** The oldest lines go when there are more. */
export const mostHeld = 20_000;

/** How many of the first lines of `next` are the last ones of `lines`: the most that can be. Linear in the length of `next`. */
const overlap = (lines: readonly string[], next: readonly string[]): number => {
	const back: number[] = [];
	const follow = (length: number, line: string | undefined): number => {
		let matched = length;
		while (matched > 0 && (matched === next.length || next[matched] !== line)) {
			matched = back[matched - 1] ?? 0;
		}
		return next[matched] === line ? matched + 1 : 0;
	};
	next.forEach((line, index) => {
		back.push(index === 0 ? 0 : follow(back[index - 1] ?? 0, line));
	});
	return lines.slice(-next.length).reduce(follow, 0);
};

/** The lines that are new in an answer which begins at or before the last held line. */
const newLines = (lines: readonly string[], next: readonly string[]): readonly string[] => {
	const common = overlap(lines, next);
	if (common > 0) {
		return next.slice(common);
	}
	// A line that came late stands before others of its second: then everything behind the last known line is new.
	const last = lines.at(-1);
	return last === undefined ? next : next.slice(next.lastIndexOf(last) + 1);
};

/** Takes in an answer: what is held already is left out, and the oldest lines go. The same object when nothing is new. */
export const hold = (held: Held, next: readonly string[]): Held => {
	const fresh = newLines(held.lines, next);
	if (fresh.length === 0) {
		return held;
	}
	const all = [...held.lines, ...fresh];
	const surplus = Math.max(0, all.length - mostHeld);
	return { lines: surplus === 0 ? all : all.slice(surplus), dropped: held.dropped + surplus };
};
