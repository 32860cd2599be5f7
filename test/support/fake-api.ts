import type { Failure, Result } from '../../source/model/failure.ts';
import type { JobPage } from '../../source/model/job.ts';
import type { Json } from '../../source/model/json.ts';
import type { LineRange } from '../../source/model/logs/feed.ts';
import type { JobsApi } from '../../source/runtime/ports.ts';
import type { ListJobsParameters } from '../../source/tables/parameters.ts';
import { settled } from './settled.ts';

type Call = {
	readonly parameters: ListJobsParameters;
	readonly signal: AbortSignal;
	/** Answers the call, and waits until the answer was taken in. */
	readonly answer: (result: Result<JobPage, Failure>) => Promise<void>;
};

type JobCall = {
	readonly JobId: string;
	readonly signal: AbortSignal;
	readonly answer: (result: Result<Json, Failure>) => Promise<void>;
};

type Lines = Result<readonly string[], Failure>;

/** A question for events or a log. */
type LineCall = {
	/** `log of dlc1-worker-0`, `events of dlc1`. */
	readonly of: string;
	readonly range: LineRange;
	readonly signal: AbortSignal;
	readonly answer: (result: Lines) => Promise<void>;
};

/** An API whose calls stay open until the test answers them. Like the real one, an aborted call resolves to a failure. */
export type FakeApi = JobsApi & {
	readonly calls: readonly Call[];
	readonly jobCalls: readonly JobCall[];
	readonly lineCalls: readonly LineCall[];
	/** The watches of keys that run; calling one is a change. */
	readonly keyWatches: ReadonlySet<() => void>;
	/** The newest call. */
	readonly last: () => Call;
};

export const createFakeApi = (): FakeApi => {
	const calls: Call[] = [];
	const jobCalls: JobCall[] = [];
	const lineCalls: LineCall[] = [];
	const keyWatches = new Set<() => void>();
	const askForLines = (of: string, range: LineRange, signal: AbortSignal): Promise<Lines> =>
		new Promise(resolve => {
			const abort = () => resolve({ ok: false, problem: { kind: 'network', message: 'the request was aborted' } });
			signal.addEventListener('abort', abort);
			lineCalls.push({
				of,
				range,
				signal,
				answer: result => {
					signal.removeEventListener('abort', abort);
					resolve(result);
					return settled();
				},
			});
		});
	return {
		listWorkspaces: async () => ({ ok: true, value: [] }),
		calls,
		jobCalls,
		lineCalls,
		getJobEvents: (JobId, range, signal) => askForLines(`events of ${JobId}`, range, signal),
		getPodEvents: ({ PodId }, range, signal) => askForLines(`events of ${PodId}`, range, signal),
		getPodLogs: ({ PodId }, range, signal) => askForLines(`log of ${PodId}`, range, signal),
		getJob: (JobId, signal) =>
			new Promise(resolve => {
				const abort = () => resolve({ ok: false, problem: { kind: 'network', message: 'the request was aborted' } });
				signal.addEventListener('abort', abort);
				jobCalls.push({
					JobId,
					signal,
					answer: result => {
						signal.removeEventListener('abort', abort);
						resolve(result);
						return settled();
					},
				});
			}),
		last: () => {
			const call = calls.at(-1);
			if (call === undefined) {
				throw new Error('nothing was asked yet');
			}
			return call;
		},
		keyWatches,
		watchKeys: changed => {
			keyWatches.add(changed);
			return () => {
				keyWatches.delete(changed);
			};
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
