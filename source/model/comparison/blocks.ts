import { diffLines } from '../../text/line-diff.ts';
import { type Difference, differences } from '../detail/differences.ts';
import { isScalar, scalarText } from '../detail/tree.ts';
import type { Job } from '../job.ts';
import type { Json } from '../json.ts';

/** What the screen of differences consists of, whatever its width. Texts are as sent, secrets masked. */
export type Block =
	/** The path of a value, above what differs in it. */
	| { readonly kind: 'path'; readonly text: string }
	| { readonly kind: 'note'; readonly text: string }
	/** A line that both have, to tell where one is. */
	| { readonly kind: 'same'; readonly text: string }
	| { readonly kind: 'changed'; readonly a: readonly string[]; readonly b: readonly string[] };

/** Equal lines shown on either side of a change. */
const around = 2;

const isNone = '(none)';

const linesOf = (value: Json | undefined): readonly string[] => {
	if (value === undefined) {
		return [isNone];
	}
	const text = isScalar(value) ? scalarText(value) : JSON.stringify(value, null, 2);
	return text.split(/\r?\n/u);
};

const same = (lines: readonly string[]): readonly Block[] => lines.map(text => ({ kind: 'same', text }));

/** Equal lines, shortened to those beside a change. */
const folded = (lines: readonly string[], isFirst: boolean, isLast: boolean): readonly Block[] => {
	const head = isFirst ? 0 : around;
	const tail = isLast ? 0 : around;
	const left = lines.length - head - tail;
	return left <= 1
		? same(lines)
		: [
				...same(lines.slice(0, head)),
				{ kind: 'note', text: `… ${left} equal lines` },
				...same(lines.slice(lines.length - tail)),
			];
};

const valueBlocks = ({ a, b, hidden }: Difference): readonly Block[] => {
	const [linesA, linesB] = [linesOf(a), linesOf(b)];
	if (hidden) {
		const [only = ''] = linesA;
		const shown = linesA.length === 1 && only !== isNone ? `${only} ` : '';
		return [{ kind: 'note', text: `${shown}differs only in secrets: x shows them` }];
	}
	if (linesA.length === 1 || linesB.length === 1) {
		return [{ kind: 'changed', a: linesA, b: linesB }];
	}
	const runs = diffLines(linesA, linesB);
	return runs.flatMap((run, index) =>
		run.kind === 'changed' ? [run] : folded(run.lines, index === 0, index === runs.length - 1),
	);
};

type Kept = { readonly b: Job; readonly secrets: boolean; readonly blocks: readonly Block[]; readonly count: number };
const kept = new WeakMap<Job, Kept>();

/** In what two jobs differ, and in how many values; computed once for the same two. */
export const blocksOf = (a: Job, b: Job, secrets: boolean): Pick<Kept, 'blocks' | 'count'> => {
	const known = kept.get(a);
	if (known?.b === b && known.secrets === secrets) {
		return known;
	}
	const all = differences(a, b, secrets);
	const blocks = all.flatMap((difference): readonly Block[] => [
		{ kind: 'path', text: difference.path },
		...valueBlocks(difference),
	]);
	const made = { b, secrets, blocks, count: all.length };
	kept.set(a, made);
	return made;
};
