/** How many letters must be added, removed, replaced or swapped with their neighbour to make one word the other. */
const distance = (a: string, b: string): number => {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	let former: readonly number[] = [];
	let before = '';
	for (const [above, letter] of [...a].entries()) {
		const next = [above + 1];
		for (let index = 1; index <= b.length; index += 1) {
			const replaced = (row[index - 1] ?? 0) + (b[index - 1] === letter ? 0 : 1);
			const isSwapped = index > 1 && b[index - 1] === before && b[index - 2] === letter;
			const swapped = isSwapped ? (former[index - 2] ?? 0) + 1 : replaced;
			next.push(Math.min(replaced, swapped, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
		}
		former = row;
		row = next;
		before = letter;
	}
	return row[b.length] ?? 0;
};

/** Long enough for any word that a person mistypes. */
const compared = 40;

/** A word is a mistyped one as long as no larger share of its letters is wrong: more in common have words that mean something else. */
const mostWrong = 0.4;

/** The first part of a name is often left out: `beijing` for `cn-beijing`. */
const farFrom = (word: string, candidate: string): number => {
	const last = candidate.slice(candidate.indexOf('-') + 1);
	return Math.min(distance(word, candidate), distance(word, last) + (last === candidate ? 0 : 0.5));
};

/**
 * The candidate that a mistyped word most likely means, whatever its case: one that it begins, else the one with the fewest letters to
 * change. Undefined where none is so near that it can have been meant.
 */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
	const start = word.slice(0, compared).toLowerCase();
	const begins = (candidate: string): boolean => start !== '' && candidate.toLowerCase().startsWith(start);
	const begun = start.length < 3 ? undefined : candidates.find(begins);
	if (begun !== undefined || start === '') {
		return begun;
	}
	const ranked = candidates.map(candidate => ({ candidate, far: farFrom(start, candidate.toLowerCase()) }));
	const [best] = ranked.sort((a, b) => a.far - b.far);
	const isNear = best !== undefined && (begins(best.candidate) || best.far <= start.length * mostWrong);
	return isNear ? best.candidate : undefined;
};

/** What a sentence about an unknown word ends in: `; the nearest is X`, or nothing where no candidate is near. `write` is how it is typed. */
export const nearestWords = (
	word: string,
	candidates: readonly string[],
	write: (candidate: string) => string = candidate => candidate,
): string => {
	const near = nearest(word, candidates);
	return near === undefined ? '' : `; the nearest is ${write(near)}`;
};

/** The same where the words are few enough to be told: `; the nearest is X`, or `; give one of X, Y` where none is near. */
export const nearestOrAll = (word: string, candidates: readonly string[]): string =>
	nearestWords(word, candidates) || `; give one of ${candidates.join(', ')}`;
