import type { SectionId } from '../../tables/detail-sections.ts';
import type { Failure } from '../failure.ts';
import type { Job } from '../job.ts';
import type { Json } from '../json.ts';

/** Where one is in a section, in rows as they stand on the screen. */
export type Place = {
	/** First visible row. */
	readonly top: number;
	/** The row of the cursor, or of the hit that `n` went to. */
	readonly at: number;
};

/** The pane: one job, its sections, and where one is in each. */
export type Detail = {
	/** The list's row as last seen, so that the pane outlives it. */
	readonly job: Job;
	/** What GetJob told last, without its RequestId; undefined until it answers. */
	readonly answer: Json | undefined;
	/** The row and the answer in one. */
	readonly merged: Job;
	/**
	 * When the list last had the job, or GetJob last told of one that it has not, ms since the epoch by the service's clock: every age in
	 * the pane is as of then.
	 */
	readonly answeredAt: number;
	/** The number of the GetJob request in flight. */
	readonly request: number | undefined;
	/** Why GetJob gave no answer the last time it was asked. */
	readonly failure: Failure | undefined;
	/** Paths of the values that changed with the last poll. */
	readonly changed: ReadonlySet<string>;
	readonly section: SectionId;
	readonly places: Readonly<Partial<Record<SectionId, Place>>>;
	/** Branches of the JSON section that are not as they are at first, by path. */
	readonly folds: ReadonlySet<string>;
	/** The word that is searched for; `''` for none. */
	readonly search: string;
	readonly wraps: boolean;
	readonly unmasked: boolean;
	readonly zoomed: boolean;
	/** Whether a list ever had the job: one that was asked for by its id may be in none. */
	readonly listed: boolean;
	/** When the job was first missing from the list, ms since the epoch. */
	readonly leftAt: number | undefined;
};

/** Whether the list has the job: it did, and has not lost it since. */
export const isInList = ({ listed, leftAt }: Detail): boolean => listed && leftAt === undefined;

export const openDetail = (job: Job, section: SectionId, answeredAt: number): Detail => ({
	job,
	answer: undefined,
	merged: job,
	answeredAt,
	request: undefined,
	failure: undefined,
	changed: new Set(),
	section,
	places: {},
	folds: new Set(),
	search: '',
	wraps: true,
	unmasked: false,
	zoomed: false,
	listed: true,
	leftAt: undefined,
});

/** The first row. */
export const start: Place = { top: 0, at: 0 };
export const placeOf = ({ places, section }: Pick<Detail, 'places' | 'section'>): Place => places[section] ?? start;

export const withPlace = (detail: Detail, place: Place): Detail => ({
	...detail,
	places: { ...detail.places, [detail.section]: place },
});
