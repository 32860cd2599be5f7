import { type Failure, failed, type Result, success } from '../model/failure.ts';
import { boundDepth, isJsonObject, type Json } from '../model/json.ts';
import type { JobsApi } from '../runtime/ports.ts';
import { percentEncode } from './signature.ts';
import type { SignedGet } from './signed-get.ts';

/** The answer is the job's item, flat, with the RequestId of the answer among its fields, which is none of the job's. */
const readAnswer = (answer: Json, JobId: string): Result<Json> => {
	if (isJsonObject(answer) && answer.JobId === JobId) {
		const { RequestId, ...item } = answer;
		return success(boundDepth(item));
	}
	return failed<Failure>({ kind: 'malformed-answer', message: 'The answer to GetJob is not this job.' });
};

/** GetJob over the signed GET. */
export const getJob =
	(get: SignedGet): JobsApi['getJob'] =>
	async (JobId, signal) => {
		const operation = { action: 'GetJob', words: 'see all of this job' };
		const read = (answer: Json): Result<Json> => readAnswer(answer, JobId);
		return get({ operation, path: `/api/v1/jobs/${percentEncode(JobId)}`, query: [], read }, signal);
	};
