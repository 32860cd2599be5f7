import { type Difference, type JobsByKey, jobWith } from './by-key.ts';
import type { Job, JobPage } from './job.ts';
import type { Listing, State } from './state.ts';

/** The service refuses requests whose clock is further off (ACS3 signature). */
const mostClockSkewMs = 900_000;

/** How many polls the sign of a change stays (rule of the table). */
const pollsOfAChange = 2;

/** A job that was not there before is new where it was created after this moment (ms since the epoch). */
const newSince = ({ pageNumber, tally, asOf }: Listing): number => {
	// Behind the first page, what turns up came from the page before.
	if (pageNumber !== 1) {
		return Number.POSITIVE_INFINITY;
	}
	// Ours and the service's clock may be minutes apart.
	return Math.max(tally.newest?.GmtCreateTime ?? 0, asOf - mostClockSkewMs);
};

/**
 * Jobs whose status changed, or that were created since the last answer, with the polls for which that still shows.
 * `aged` is 1 for the first answer of a poll, 0 for the later ones of a sweep.
 */
export const changesSince = (
	former: Listing,
	jobs: JobsByKey,
	{ fresh }: Difference,
	aged: 0 | 1,
): ReadonlyMap<string, number> => {
	const before = former.loaded;
	const still = [...former.changes].flatMap(([key, polls]) =>
		polls > aged && jobWith(jobs, key) !== undefined ? [[key, polls - aged] as const] : [],
	);
	const changes = new Map(still);
	const arrived = fresh.some(({ key }) => jobWith(before, key) === undefined);
	const since = arrived ? newSince(former) : Number.POSITIVE_INFINITY;
	for (const job of fresh) {
		const known = jobWith(before, job.key);
		const isNew = known === undefined && (job.GmtCreateTime ?? 0) > since;
		const changed = known !== undefined && (known.Status !== job.Status || known.SubStatus !== job.SubStatus);
		if (isNew || changed) {
			changes.set(job.key, pollsOfAChange);
		}
	}
	return changes;
};

/** What became of the selected job when it is no longer among the rows; undefined while it is there, or when nobody can tell. */
export const whereItWent = (state: State, former: Listing, page: JobPage): string | undefined => {
	const { key } = state.cursor;
	const index = former.page.findIndex(job => job.key === key);
	const gone = former.page[index];
	if (gone === undefined || page.jobs.some(job => job.key === key)) {
		return undefined;
	}
	const wasHere = (job: Job): boolean => jobWith(former.loaded, job.key) !== undefined;
	// Only rows above one that was here before can have pushed others off the page; those below it came to fill a gap.
	const pushed = page.jobs.slice(0, page.jobs.findLastIndex(wasHere) + 1);
	const arrived = pushed.filter(job => !wasHere(job)).length;
	const name = gone.DisplayName || gone.JobId || gone.key;
	return arrived > 0 && index + arrived >= state.settings.pageSize
		? `${name} moved to page ${state.pageNumber + 1}`
		: `${name} left this page`;
};
