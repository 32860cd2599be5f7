/** Where a key does something else than usual, or nothing. */
export type Circumstance = 'open group' | 'folded group' | 'no row' | 'followed log' | 'ended log';

/** What the last line says of a key. */
export type Hint = {
	readonly word: string;
	/** 1 is the last to go when the line gets narrow. */
	readonly rank: number;
	/** What it says instead in some circumstances; `''` where the key does nothing, so that nobody presses it in vain. */
	readonly instead?: Readonly<Partial<Record<Circumstance, string>>>;
};

/** On a row that is no job, and where there is no row. */
export const onlyOnJobs = { 'open group': '', 'folded group': '', 'no row': '' } as const;
