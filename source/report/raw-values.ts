import { ageMs, queueWaitMs, runTimeMs } from '../model/derive.ts';
import type { Job } from '../model/job.ts';
import { type ColumnId, columnOf } from '../tables/columns.ts';
import { maskText } from '../text/mask.ts';
import { sanitize } from '../text/sanitize.ts';

const seconds = (ms: number | undefined): string => (ms === undefined ? '' : String(Math.floor(ms / 1000)));

/** Columns whose text on the screen is rounded or shortened for the reader: spans are whole seconds here, a type its whole word. */
const rawValues: Partial<Record<ColumnId, (job: Job, now: number) => string>> = {
	type: job => job.JobType,
	age: (job, now) => seconds(ageMs(job, now)),
	run: (job, now) => seconds(runTimeMs(job, now)),
	wait: (job, now) => seconds(queueWaitMs(job, now)),
};

const byId: ReadonlyMap<string, (job: Job, now: number, why?: string) => string> = new Map(Object.entries(rawValues));

/** A column's value for a program, without secrets and safe for a terminal. `now` is the time of the answer, in ms; `why` what triage says of the job. */
export const rawValue = (id: string, job: Job, now: number, why?: string): string =>
	sanitize(maskText((byId.get(id) ?? columnOf(id)?.text)?.(job, now, why) ?? ''));
