/** How many letters must be added, removed or replaced to make one word the other. */
const distance = (a: string, b: string): number => {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [above, letter] of [...a].entries()) {
		const next = [above + 1];
		for (let index = 1; index <= b.length; index += 1) {
			const replaced = (row[index - 1] ?? 0) + (b[index - 1] === letter ? 0 : 1);
			next.push(Math.min(replaced, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
};

/** Long enough for any word that a person mistypes. */
const compared = 40;

/** The candidate that a mistyped word most likely means: one that it begins, else the one with the fewest letters to change. */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
	const start = word.slice(0, compared);
	const begun = start.length < 3 ? undefined : candidates.find(candidate => candidate.startsWith(start));
	const ranked = candidates.map(candidate => ({ candidate, far: distance(start, candidate) }));
	return begun ?? ranked.sort((a, b) => a.far - b.far)[0]?.candidate;
};
