import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Job } from '../../../source/model/job.ts';
import { Pieces } from '../../../source/model/pieces.ts';
import type { State } from '../../../source/model/state.ts';
import { changesOf } from '../../../source/model/stream/changes.ts';
import { emptyStream, type Stream, type StreamRecord, streamOn } from '../../../source/model/stream/stream.ts';
import { streamLine } from '../../../source/report/stream-line.ts';
import { aPage, aState, namedJob } from '../../support/jobs.ts';
import { aFailure, answer, answerCounts, begin, fire, happen, later, noon, refuse } from '../../support/moves.ts';

type Said = { readonly state: State; readonly stream: Stream; readonly records: readonly StreamRecord[] };

const say = ({ stream }: Pick<Said, 'stream'>, state: State): Said => {
	const [next, records] = streamOn(stream, state);
	return { state, stream: next, records };
};

const calm = { ...aState(), everything: true, older: { count: 0, polls: -1000 } };
const first = (jobs: readonly Job[]): Said =>
	say({ stream: emptyStream }, answer(begin(calm).state, aPage(jobs)).state);
const again = (said: Said, jobs: readonly Job[], total = jobs.length): Said =>
	say(
		say(said, fire(said.state, 'poll', later(10)).state),
		answer(fire(said.state, 'poll', later(10)).state, aPage(jobs, total), later(10)).state,
	);
const short = ({ records }: Said): readonly string[] =>
	records.map(record => ('job' in record ? `${record.type} ${record.job.JobId}` : record.type));

const one = namedJob('dlc1', { Status: 'Queuing' });
const two = namedJob('dlc2');

describe('the stream', () => {
	test('begins with every job, and then says that it is ready', () => {
		expect(short(first([one, two]))).toEqual(['appeared dlc1', 'appeared dlc2', 'ready']);
		expect(first([]).records).toEqual([{ type: 'ready', jobs: 0, total: 0, partial: false }]);
	});

	test('says what appeared, changed and left, and ends each round with a heartbeat', () => {
		const next = again(first([one, two]), [namedJob('dlc1', { Status: 'Running' }), namedJob('dlc3')]);
		expect(short(next)).toEqual(['changed dlc1', 'appeared dlc3', 'left dlc2', 'heartbeat']);
		expect(next.records[0]).toMatchObject({
			changes: new Map([['Status', { from: 'Queuing', to: 'Running' }]]),
		});
		expect(short(again(next, [namedJob('dlc1', { Status: 'Running' }), namedJob('dlc3')]))).toEqual(['heartbeat']);
	});

	test('does not say that a job left while not all pages came', () => {
		const next = again(first([one, two]), [one], 2);
		expect(short(next)).toEqual(['heartbeat']);
		expect(next.records[0]).toMatchObject({ jobs: 2, total: 2, partial: true });
	});

	test('says a failure once its next try is known, once, and goes on after it', () => {
		const said = first([one]);
		const failed = refuse(
			fire(said.state, 'poll', later(10)).state,
			aFailure('service', { Code: 'X' }),
			later(10),
		).state;
		expect(short(say(said, failed))).toEqual([]);
		const scheduled = happen(failed, { type: 'timer-started', timer: 'poll', firesAt: later(12) }).state;
		const told = say(said, scheduled);
		expect(told.records).toEqual([{ type: 'error', failure: aFailure('service', { Code: 'X' }), retryAt: later(12) }]);
		expect(short(say(told, scheduled))).toEqual([]);
		expect(short(again(told, [one]))).toEqual(['heartbeat']);
	});

	test('says at once that it is refused', () => {
		const halted = refuse(begin(calm).state, aFailure('signed-out')).state;
		expect(say({ stream: emptyStream }, halted).records).toMatchObject([{ type: 'error', retryAt: undefined }]);
	});

	test('leaves out rows without a JobId', () => {
		expect(short(first([namedJob('')]))).toEqual(['ready']);
	});

	test('replayed line by line gives the jobs of the last whole answer, and what partial ones added since', () => {
		const anyJobs = fc.uniqueArray(fc.tuple(fc.nat(9), fc.constantFrom('Queuing', 'Running', 'Failed')), {
			selector: ([id]) => id,
			maxLength: 10,
		});
		const anyAnswers = fc.array(fc.tuple(anyJobs, fc.boolean()), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(anyJobs, anyAnswers, (start, answers) => {
				const pageOf = (list: readonly (readonly [number, string])[]) =>
					list.map(([id, Status]) => namedJob(`dlc${id}`, { Status }));
				let said = first(pageOf(start));
				const known = new Map<string, string>();
				const replay = (records: readonly StreamRecord[]): void => {
					for (const record of records) {
						if (record.type === 'left') {
							expect(known.delete(record.job.JobId)).toBe(true);
						} else if (record.type === 'appeared' || record.type === 'changed') {
							expect(known.has(record.job.JobId)).toBe(record.type === 'changed');
							known.set(record.job.JobId, record.job.Status);
						} else if (record.type === 'heartbeat') {
							expect(record.jobs).toBe(known.size);
						}
					}
				};
				replay(said.records);
				for (const [list, whole] of answers) {
					const jobs = pageOf(list);
					const before = whole ? new Map<string, string>() : new Map(known);
					said = again({ ...said, state: answerCounts(said.state) }, jobs, jobs.length + Number(!whole));
					replay(said.records);
					const there = new Map([...before, ...jobs.map(({ JobId, Status }) => [JobId, Status] as const)]);
					expect([...known].toSorted()).toEqual([...there].toSorted());
				}
			}),
			{ numRuns: 100 },
		);
	});

	test('looks at no job of the pieces of a list that it has told', () => {
		let looks = 0;
		const watched = (job: Job): Job =>
			Object.defineProperty({ ...job }, 'JobId', {
				get: () => {
					looks += 1;
					return job.JobId;
				},
			});
		const jobs = Array.from({ length: 600 }, (_, index) => watched(namedJob(`dlc${index}`)));
		const { state } = first([]);
		const withPieces = (...pieces: readonly (readonly Job[])[]): State => ({
			...state,
			listing: state.listing && { ...state.listing, jobs: new Pieces(pieces) },
		});
		const told = say({ stream: emptyStream }, withPieces(jobs));
		looks = 0;
		const after = say(told, withPieces([one], jobs));
		expect(short(after).slice(0, 1)).toEqual(['appeared dlc1']);
		expect(looks).toBe(0);
	});
});

describe('changes', () => {
	test('go down objects, and take lists as a whole', () => {
		const before = { Status: 'Queuing', Settings: { Driver: '1', Tags: { a: 'b' } }, Pods: [{ Status: 'x' }], Old: 1 };
		const after = { Status: 'Running', Settings: { Driver: '2', Tags: { a: 'b' } }, Pods: [{ Status: 'y' }], New: 2 };
		expect(Object.fromEntries(changesOf(before, after))).toEqual({
			Status: { from: 'Queuing', to: 'Running' },
			'Settings.Driver': { from: '1', to: '2' },
			Pods: { from: [{ Status: 'x' }], to: [{ Status: 'y' }] },
			Old: { from: 1, to: null },
			New: { from: null, to: 2 },
		});
	});

	test('are none where only time has passed', () => {
		const at = (Duration: number) => ({ Status: 'Running', Duration, Pods: [{ Duration }] });
		expect(changesOf(at(1), at(2)).size).toBe(0);
	});
});

describe('a line', () => {
	test('is one line of JSON without secrets, with the time', () => {
		const job = namedJob('dlc1', { Envs: { WANDB_API_KEY: 'hunter2', A: 'x\ny\u001b[31m\u202e' } });
		const line = streamLine({ type: 'appeared', job }, noon);
		expect(line).toMatch(/^[^\n]*\n$/);
		expect(line).not.toMatch(/hunter2|[\u0000-\u0009\u001b\u202e]/);
		expect(JSON.parse(line)).toMatchObject({
			type: 'appeared',
			at: '2026-11-09T12:00:00.000Z',
			JobId: 'dlc1',
			job: { Envs: { A: 'x\ny\u001b[31m\u202e' } },
		});
	});

	test('of an error names the Code and the next try', () => {
		const failure = aFailure('throttled', { Code: 'Throttling.User', RequestId: 'R' });
		expect(JSON.parse(streamLine({ type: 'error', failure, retryAt: later(5) }, noon))).toEqual({
			type: 'error',
			at: '2026-11-09T12:00:00.000Z',
			kind: 'throttled',
			message: 'it failed',
			Code: 'Throttling.User',
			RequestId: 'R',
			retryAt: '2026-11-09T12:00:05.000Z',
		});
	});
});
