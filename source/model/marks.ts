/** The jobs that the user marked, by JobId: a mark outlives its row. */
export type Marks = {
	readonly ids: ReadonlySet<string>;
	/** Where the last mark was set; a range begins there. */
	readonly from: string | undefined;
};

export const noMarks: Marks = { ids: new Set(), from: undefined };
