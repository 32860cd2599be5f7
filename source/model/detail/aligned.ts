/** Narrower panes have no room for a column of labels (cells). */
const alignedFrom = 60;

/** Whether a pane of so many cells is one of these. */
export const isNarrow = (paneWidth: number): boolean => paneWidth < alignedFrom;

/** A label in so many cells, where the pane is wide enough for what follows to stand in one column; else the label alone. */
export const aligned = (label: string, cells: number, paneWidth: number): string =>
	isNarrow(paneWidth) ? label : label.padEnd(cells);
