import type { CellShape } from '../../text/fit-cell.ts';

/** What Enter does on a line of the pane; a line without one does nothing. */
export type Choice =
	/** Opens or closes the branch of this path in the JSON section. */
	| { readonly kind: 'fold'; readonly path: string }
	/** Goes to the events and logs of a pod. */
	| { readonly kind: 'pod'; readonly PodId: string; readonly PodUid: string };

/** One line of text: a label and a value at a depth. Texts are as sent, secrets masked; sanitized when they become rows. */
export type FieldLine = {
	readonly kind: 'field';
	/** Path in the item (`JobSpecs[0].PodCount`) of the value, by which a change is marked; `''` for what is no field. */
	readonly path: string;
	/** Steps to the right, two cells each. */
	readonly depth: number;
	readonly label: string;
	readonly text: string;
	readonly tone: 'value' | 'branch' | 'problem';
	readonly pick?: Choice;
};

export type TableRow = {
	/** One for each column, in full; the drawn cell may be cut with a mark. */
	readonly cells: readonly string[];
	readonly pick?: Choice;
};

/** A bordered table, its columns laid out for the width of the pane. */
export type DetailTable = {
	/** Widths in cells, each at least three. */
	readonly columns: readonly ({ readonly title: string; readonly width: number } & Pick<CellShape, 'isPath'>)[];
	readonly rows: readonly TableRow[];
};

/** One line of a drawn table: 0 is its top border, 1 its heading, then a rule and a row in turn, last its bottom border. */
export type TableLine = { readonly kind: 'table'; readonly table: DetailTable; readonly line: number };

/** What a section consists of: the pane scrolls, wraps, searches and draws these. Lines that stay the same should stay the same objects: what is computed of a line is kept with it. */
export type DetailLine = FieldLine | TableLine;

export const fieldLine = (depth: number, label: string, text: string, more: Partial<FieldMore> = {}): FieldLine => ({
	kind: 'field',
	path: '',
	depth,
	label,
	text,
	tone: 'value',
	...more,
});

type FieldMore = Pick<FieldLine, 'path' | 'tone' | 'pick'>;
