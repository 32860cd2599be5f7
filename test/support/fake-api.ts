import type { Failure, Result } from '../../source/model/failure.ts';
import type { JobPage } from '../../source/model/job.ts';
import type { JobsApi } from '../../source/runtime/ports.ts';
import type { ListJobsParameters } from '../../source/tables/parameters.ts';
import { settled } from './settled.ts';

type Call = {
	readonly parameters: ListJobsParameters;
	readonly signal: AbortSignal;
	/** Answers the call, and waits until the answer was taken in. */
	readonly answer: (result: Result<JobPage, Failure>) => Promise<void>;
};

/** An API whose calls stay open until the test answers them. Like the real one, an aborted call resolves to a failure. */
export type FakeApi = JobsApi & {
	readonly calls: readonly Call[];
	/** The newest call. */
	readonly last: () => Call;
};

export const createFakeApi = (): FakeApi => {
	const calls: Call[] = [];
	return {
		calls,
		last: () => {
			const call = calls.at(-1);
			if (call === undefined) {
				throw new Error('nothing was asked yet');
			}
			return call;
		},
		listJobs: (parameters, signal) =>
			new Promise(resolve => {
				const abort = () => resolve({ ok: false, problem: { kind: 'network', message: 'the request was aborted' } });
				signal.addEventListener('abort', abort);
				calls.push({
					parameters,
					signal,
					answer: result => {
						signal.removeEventListener('abort', abort);
						resolve(result);
						return settled();
					},
				});
			}),
	};
};
