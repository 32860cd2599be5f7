/** One query parameter of ListJobs, as the command line, the filter form, the help and the README need to know it. */
export type Parameter = {
	readonly type: 'text' | 'whole number' | 'flag' | 'tags' | 'time';
	/** On the ListJobs page of March 2025; the others come from the official SDK of August 2026. */
	readonly onPage: boolean;
	/** One line, our words; other parameters in braces, for `inFlags` and `inFields`. */
	readonly help: string;
	readonly example: string;
	/** The documented words. Any other is refused, unless `open`. */
	readonly values?: readonly string[];
	/** More words than the documented ones exist, or may. */
	readonly open?: true;
	/** Whole numbers, inclusive. */
	readonly min?: number;
	readonly max?: number;
	/** In characters. */
	readonly maxLength?: number;
	/** How the service compares, where a source says so. `fuzzy` is: contains, in any case, no wildcards. */
	readonly match?: 'fuzzy' | 'exact' | 'full text' | 'disputed';
	/** What the service takes when the parameter is not sent. */
	readonly serviceDefault?: string;
	/** One-letter flag. */
	readonly short?: string;
};
