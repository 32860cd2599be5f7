import type { Job } from '../model/job.ts';
import { columnOf } from '../tables/column-of.ts';
import { maskText } from '../text/mask.ts';
import { sanitize } from '../text/sanitize.ts';

/**
 * A column's value for a program, without secrets and safe for a terminal: spans are whole seconds here, a type its whole
 * word. `now` is the time of the answer, in ms; `why` what triage says of the job.
 */
export const rawValue = (id: string, job: Job, now: number, why?: string): string => {
	const column = columnOf(id);
	return sanitize(maskText(column?.raw?.(job, now) ?? column?.text(job, now, why) ?? ''));
};
