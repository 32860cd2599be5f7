import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Goal, judgeJob } from '../../../source/model/wait/goal.ts';
import { statuses } from '../../../source/tables/statuses.ts';
import { namedJob } from '../../support/jobs.ts';
import { noon } from '../../support/moves.ts';
import { begin, endingOf, followed, type Waiting } from './waits.ts';

/** What a service may do with the next request. */
type Turn =
	| { readonly kind: 'answer'; readonly statuses: readonly string[]; readonly shows: number }
	| { readonly kind: 'trouble'; readonly failure: 'throttled' | 'service' | 'network' };

const anyStatus = fc.constantFrom(...Object.keys(statuses), 'Hibernating');
const anyTurn: fc.Arbitrary<Turn> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('answer' as const),
			statuses: fc.array(anyStatus, { minLength: 5, maxLength: 5 }),
			shows: fc.nat(5),
		}),
	},
	fc.record({
		kind: fc.constant('trouble' as const),
		failure: fc.constantFrom('throttled' as const, 'service' as const, 'network' as const),
	}),
);
const anyGoal: fc.Arbitrary<Goal> = fc.oneof(
	fc.constant<Goal>({ kind: 'terminal' }),
	fc.constant<Goal>({ kind: 'running' }),
	fc.record({ kind: fc.constant('statuses' as const), statuses: fc.array(anyStatus, { minLength: 1, maxLength: 2 }) }),
);

const ids = ['dlc0', 'dlc1', 'dlc2', 'dlc3', 'dlc4'];

/** The newest status that the service told of each job, until it was final. */
type Told = Map<string, string>;

const answerTo = (waiting: Waiting, turn: Extract<Turn, { kind: 'answer' }>, goal: Goal, known: Told): Waiting => {
	const ask = waiting.state.inFlight?.ask;
	const jobOf = (id: string) => namedJob(id, { Status: turn.statuses[Number(id.slice(3))] ?? '' });
	const tell = (id: string): void => {
		const before = known.get(id);
		if (before === undefined || judgeJob(goal, namedJob(id, { Status: before })) === 'waiting') {
			known.set(id, jobOf(id).Status);
		}
	};
	const { lastRequest } = waiting.state;
	if (ask?.kind === 'together') {
		const shown = ask.ids.slice(0, turn.shows);
		shown.forEach(tell);
		const page = { jobs: shown.map(jobOf), TotalCount: shown.length, RequestId: '', duplicates: 0, sent: {} };
		return followed(waiting, { type: 'list-answered', request: lastRequest, page });
	}
	const id = ask?.id ?? '';
	tell(id);
	return followed(waiting, { type: 'job-answered', request: lastRequest, item: jobOf(id).sent });
};

/** How a wait has to end, by what was told; undefined while it has to go on. */
const endingDue = (goal: Goal, known: Told) => {
	const verdicts = ids.map(id => {
		const Status = known.get(id);
		return Status === undefined ? 'waiting' : judgeJob(goal, namedJob(id, { Status }));
	});
	if (verdicts.includes('waiting')) {
		return undefined;
	}
	return { kind: verdicts.includes('failed') ? 'failed' : 'reached' };
};

test('every sequence of answers and troubles ends when all jobs are final, and only then, with what became of them', () => {
	fc.assert(
		fc.property(anyGoal, fc.array(anyTurn, { minLength: 1, maxLength: 60 }), (goal, turns) => {
			const known: Told = new Map();
			let waiting = begin(ids, { goal, requestsPerMinute: 600 });
			let at = noon;
			for (const turn of turns) {
				at += 1000;
				if (waiting.state.inFlight === undefined) {
					// Between two requests exactly one timer leads on.
					expect(waiting.effects.filter(({ type }) => type === 'start-timer')).toHaveLength(1);
					waiting = followed(waiting, { type: 'timer-fired', timer: 'next' }, at);
				}
				const { lastRequest } = waiting.state;
				waiting =
					turn.kind === 'answer'
						? answerTo(waiting, turn, goal, known)
						: followed(waiting, {
								type: 'failed',
								request: lastRequest,
								failure: { kind: turn.failure, message: 'No.' },
							});
				const ending = endingOf(waiting);
				if (ending?.kind === 'refused') {
					expect(known.size).toBe(0);
					return;
				}
				expect(ending).toEqual(endingDue(goal, known));
				if (ending !== undefined) {
					return;
				}
			}
		}),
		{ numRuns: 400 },
	);
});
