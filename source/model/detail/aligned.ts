/** Narrower panes have no room for a column of labels (cells). */
const alignedFrom = 60;

/** A label in so many cells, where the pane is wide enough for what follows to stand in one column; else the label alone. */
export const aligned = (label: string, cells: number, paneWidth: number): string =>
	paneWidth < alignedFrom ? label : label.padEnd(cells);
