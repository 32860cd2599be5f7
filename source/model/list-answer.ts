import { decodeJob } from './decode-job.ts';
import { type Failure, failed, type Result, success } from './failure.ts';
import type { Job, JobPage } from './job.ts';
import { boundDepth, isJsonArray, isJsonObject, type Json, type JsonObject } from './json.ts';
import { describe, number, object, read, text } from './schema.ts';

const envelope = object({ TotalCount: number, RequestId: text });

const malformed = (message: string, RequestId: string): { readonly ok: false; readonly problem: Failure } =>
	failed({
		kind: 'malformed-answer',
		message,
		next: 'The rows stay as they were. If it persists, check --endpoint and any proxy between.',
		...(RequestId === '' ? {} : { RequestId }),
	});

/** Of the items with the same JobId the first stays. Items without one are all different. */
const withoutDuplicates = (jobs: readonly Job[]): readonly Job[] => {
	const seen = new Set<string>();
	return jobs.filter(job => job.JobId === '' || (!seen.has(job.JobId) && seen.add(job.JobId)));
};

/** A count of jobs, where one came that can be counted with. */
const countOf = (value: number | undefined): number | undefined =>
	value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

const sentEnvelope = (body: JsonObject, jobs: readonly Job[]): JsonObject =>
	Object.fromEntries(
		Object.entries(body).map(([name, value]) => [
			name,
			name === 'Jobs' && isJsonArray(value) ? jobs.map(job => job.sent) : boundDepth(value),
		]),
	);

/**
 * The body of a ListJobs answer as a page. `Jobs` null or absent is an empty page only when `TotalCount` says 0; anything
 * else that is no list is a malformed answer, so that the rows on the screen are not taken for gone.
 * Where `Jobs` came but no usable `TotalCount`, the jobs are counted instead. The counts are not compared: what came is shown.
 */
export const decodeListAnswer = (body: Json): Result<JobPage, Failure> => {
	if (!isJsonObject(body)) {
		return malformed(`The answer of ListJobs is ${describe(body)}, not an object.`, '');
	}
	const { value } = read(envelope, { TotalCount: body.TotalCount ?? null, RequestId: body.RequestId ?? null });
	const RequestId = value?.RequestId ?? '';
	const TotalCount = countOf(value?.TotalCount);
	const items = body.Jobs ?? (TotalCount === 0 ? [] : undefined);
	if (items === undefined) {
		const count = TotalCount === undefined ? 'no TotalCount' : `TotalCount ${TotalCount}`;
		return malformed(`The answer of ListJobs has no Jobs and ${count}.`, RequestId);
	}
	if (!isJsonArray(items)) {
		return malformed(`Jobs in the answer of ListJobs is ${describe(items)}, not a list.`, RequestId);
	}
	const all = items.map(decodeJob);
	const jobs = withoutDuplicates(all);
	return success({
		jobs,
		TotalCount: TotalCount ?? items.length,
		RequestId,
		duplicates: all.length - jobs.length,
		...(TotalCount === undefined ? { uncounted: true as const } : {}),
		sent: sentEnvelope(body, all),
	});
};
