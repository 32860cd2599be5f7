import type { Place } from '../detail/detail.ts';
import type { State } from '../state.ts';
import { blocksOf } from './blocks.ts';
import type { Comparison } from './comparison.ts';
import { type ComparedRow, comparedRows, hitsIn, type Shape, shapeOf } from './rows.ts';

/** The title, and a line for each job. */
const linesAbove = 3;
const lineBelow = 1;

/** Rows of the screen for the differences. */
export const comparedHeight = ({ size }: Pick<State, 'size'>): number =>
	Math.max(1, size.rows - 1 - linesAbove - lineBelow);

/** What the screen of differences shows. */
export type ComparedView = {
	readonly shape: Shape;
	readonly rows: readonly ComparedRow[];
	/** Values that differ. */
	readonly count: number;
	readonly hits: readonly number[];
	readonly height: number;
};

/** Whether secrets are shown on this screen. */
export const bares = (state: State, { unmasked }: Comparison): boolean => unmasked || state.settings.showSecrets;

export const comparedView = (state: State, comparison: Comparison): ComparedView => {
	const { blocks, count } = blocksOf(comparison.a.merged, comparison.b.merged, bares(state, comparison));
	const shape = shapeOf(state.size.columns, comparison.wraps);
	const rows = comparedRows(blocks, shape);
	return { shape, rows, count, hits: hitsIn(rows, comparison.search), height: comparedHeight(state) };
};

/** The nearest place that fills the screen. */
export const fitted = (place: Place, { rows, height }: Pick<ComparedView, 'rows' | 'height'>): Place => ({
	top: Math.max(0, Math.min(place.top, rows.length - height)),
	at: Math.max(0, Math.min(place.at, rows.length - 1)),
});

/** Keeps the screen filled, after it got another size or other rows. */
export const fitComparison = (state: State): State => {
	const { comparison } = state;
	if (comparison === undefined) {
		return state;
	}
	const place = fitted(comparison.place, comparedView(state, comparison));
	const isSame = place.top === comparison.place.top && place.at === comparison.place.at;
	return isSame ? state : { ...state, comparison: { ...comparison, place } };
};
