/** What a column asks of the width there is. All figures are cells. */
export type ColumnDemand = {
	readonly id: string;
	/** Widest text among the rows and the title. */
	readonly natural: number;
	readonly most: number;
	/** A column narrower than this is dropped instead. */
	readonly least: number;
	/** 1 is dropped last. */
	readonly priority: number;
	/** Gives way first, and takes what is left over. */
	readonly grows: boolean;
	/** Stays when the columns are scrolled. */
	readonly frozen: boolean;
};

export type PlacedColumn = { readonly id: string; readonly width: number };

export type ColumnLayout = {
	readonly columns: readonly PlacedColumn[];
	/** Columns that the width does not show: those scrolled out on the left, and all others. */
	readonly hiddenLeft: number;
	readonly hiddenRight: number;
};

/** Cells between two columns. */
export const gapBetweenColumns = 2;

/** A column that was scrolled to is cut down to this, so that the frozen ones can stay beside it. */
const readable = 8;

const wanted = ({ natural, most }: ColumnDemand): number => Math.min(natural, most);

const minimum = (column: ColumnDemand): number =>
	column.grows ? Math.min(column.least, wanted(column)) : wanted(column);

const sumOf = (columns: readonly ColumnDemand[], width: (column: ColumnDemand) => number): number =>
	columns.reduce((sum, column) => sum + width(column), 0);

const fits = (columns: readonly ColumnDemand[], available: number): boolean =>
	sumOf(columns, minimum) + (columns.length - 1) * gapBetweenColumns <= available;

/** Drops the least important columns, of equals the rightmost, until the rest fits or one is left. */
const dropByPriority = (columns: readonly ColumnDemand[], available: number): readonly ColumnDemand[] => {
	const kept = [...columns];
	while (kept.length > 1 && !fits(kept, available)) {
		const worst = Math.max(...kept.map(({ priority }) => priority));
		kept.splice(
			kept.findLastIndex(({ priority }) => priority === worst),
			1,
		);
	}
	return kept;
};

/** The columns from the left, as many as fit behind those that stay. */
const takeWhileFitting = (
	staying: readonly ColumnDemand[],
	columns: readonly ColumnDemand[],
	available: number,
): readonly ColumnDemand[] => {
	const tooMany = columns.findIndex((_, index) => !fits([...staying, ...columns.slice(0, index + 1)], available));
	return [...staying, ...(tooMany === -1 ? columns : columns.slice(0, tooMany))];
};

/** Widths for columns whose minimum fits: what is left over goes to the growing ones in equal shares, to none more than it wants. */
const place = (columns: readonly ColumnDemand[], available: number): readonly PlacedColumn[] => {
	const [only] = columns;
	if (only !== undefined && columns.length === 1) {
		return [{ id: only.id, width: Math.max(0, Math.min(wanted(only), available)) }];
	}
	let room = available - sumOf(columns, minimum) - (columns.length - 1) * gapBetweenColumns;
	const lack = (column: ColumnDemand): number => wanted(column) - minimum(column);
	const growing = columns.filter(({ grows }) => grows).sort((a, b) => lack(a) - lack(b));
	const extra = new Map<string, number>();
	for (const [index, column] of growing.entries()) {
		const share = Math.min(lack(column), Math.floor(room / (growing.length - index)));
		extra.set(column.id, share);
		room -= share;
	}
	return columns.map(column => ({ id: column.id, width: minimum(column) + (extra.get(column.id) ?? 0) }));
};

const unscrolled = (demands: readonly ColumnDemand[], available: number): ColumnLayout => {
	const kept = dropByPriority(demands, available);
	return { columns: place(kept, available), hiddenLeft: 0, hiddenRight: demands.length - kept.length };
};

const scrolled = (demands: readonly ColumnDemand[], available: number, offset: number): ColumnLayout => {
	const moving = demands.filter(({ frozen }) => !frozen);
	const [first] = moving;
	// Nothing may be skipped: where the first of them had to go already, the first step to the right brings it.
	const firstIsSeen = first !== undefined && dropByPriority(demands, available).includes(first);
	const start = Math.min(firstIsSeen ? offset : offset - 1, moving.length - 1);
	const [head, ...rest] = moving.slice(start);
	if (head === undefined) {
		return unscrolled(demands, available);
	}
	// What was scrolled to has to be seen: it is cut beside the frozen columns, and they go where it would be cut too short.
	const short = { ...head, grows: true, least: Math.max(head.least, readable), priority: 0 };
	const beside = dropByPriority([...demands.filter(column => column.frozen), short], available).slice(0, -1);
	const room = available - sumOf(beside, minimum) - beside.length * gapBetweenColumns;
	const staying = [...beside, { ...head, most: Math.min(head.most, room) }];
	const kept = takeWhileFitting(staying, rest, available);
	const hiddenRight = rest.length - (kept.length - staying.length);
	return { columns: place(kept, available), hiddenLeft: demands.length - kept.length - hiddenRight, hiddenRight };
};

/**
 * Which columns are shown in `available` cells, and how wide. Widths fit the data; when the room runs out the growing
 * columns give way first, then columns go by priority. With an offset (0 or more) the frozen columns stay and the others move left by
 * so many; the last of them is never scrolled out. One column is always shown, cut to the room there is.
 */
export const layOutColumns = (demands: readonly ColumnDemand[], available: number, offset: number): ColumnLayout =>
	offset === 0 ? unscrolled(demands, available) : scrolled(demands, available, offset);
