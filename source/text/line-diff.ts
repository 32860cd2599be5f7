import { diffArrays } from 'diff';

/** Lines that follow each other: in both texts, or in place of each other. */
export type LineRun =
	| { readonly kind: 'same'; readonly lines: readonly string[] }
	| { readonly kind: 'changed'; readonly a: readonly string[]; readonly b: readonly string[] };

/** Past so many insertions and deletions the work grows with their square; such texts have little in common anyway. */
const mostEdits = 2000;

/** Two texts line by line, as few changes as possible; as one change where they differ in more lines than can be aligned quickly. */
export const diffLines = (a: readonly string[], b: readonly string[]): readonly LineRun[] => {
	const steps = diffArrays([...a], [...b], { maxEditLength: mostEdits });
	if (steps === undefined) {
		return [{ kind: 'changed', a, b }];
	}
	const runs: LineRun[] = [];
	for (const { value, added, removed } of steps) {
		const last = runs.at(-1);
		const before = last?.kind === 'changed' ? last : { a: [], b: [] };
		if (!added && !removed) {
			runs.push({ kind: 'same', lines: value });
			continue;
		}
		if (last?.kind === 'changed') {
			runs.pop();
		}
		runs.push({
			kind: 'changed',
			a: removed ? [...before.a, ...value] : before.a,
			b: added ? [...before.b, ...value] : before.b,
		});
	}
	return runs;
};
