import { clockTime } from '../../text/clock-time.ts';
import type { Failure } from '../failure.ts';
import type { Job } from '../job.ts';
import type { Goal } from './goal.ts';
import { type News, openIds, type WaitEnding, type WaitState, type Watched } from './state.ts';

const named = ({ JobId, DisplayName }: Job): string => (DisplayName === '' ? JobId : `${JobId} ${DisplayName}`);

/** The status, and why, where the service says so. */
const statusWords = ({ Status, ReasonCode, ReasonMessage }: Job): string => {
	const reason = ReasonMessage === '' ? ReasonCode : ReasonMessage;
	return reason === '' || Status === 'Running' ? Status : `${Status} (${reason})`;
};

const troubleWords = ({ Code, message }: Failure): string => (Code === undefined ? message : `${Code}: ${message}`);

/** One line for something that happened, without its time. */
export const newsWords = (news: News): string => {
	switch (news.kind) {
		case 'first-seen':
			return `${named(news.job)}: ${statusWords(news.job)}`;
		case 'changed':
			return `${named(news.job)}: ${news.from} -> ${statusWords(news.job)}`;
		case 'gone':
			return `${named(news.job)}: gone, the service does not know it any more`;
		case 'trouble':
			return `${troubleWords(news.failure)} Next try at ${clockTime(news.retryAt)}.`;
	}
};

const seenJobs = ({ jobs }: WaitState): readonly Extract<Watched, { kind: 'seen' }>[] =>
	[...jobs.values()].flatMap(watched => (watched.kind === 'seen' ? [watched] : []));

/** `2 Queuing, 1 Running`, in the order of the jobs. */
const countByStatus = (jobs: readonly Job[]): string => {
	const counts = new Map<string, number>();
	for (const { Status } of jobs) {
		counts.set(Status, (counts.get(Status) ?? 0) + 1);
	}
	return [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
};

const failedCount = ({ jobs }: WaitState): number =>
	[...jobs.values()].filter(
		watched => watched.kind === 'gone' || (watched.kind === 'seen' && watched.verdict === 'failed'),
	).length;

/** The line that a terminal shows while it goes on: `3 of 5 jobs to go: 1 Queuing, 2 Running · 1 failed · 14:03:27`. */
export const progressWords = (state: WaitState): string => {
	const open = seenJobs(state).filter(({ verdict }) => verdict === 'waiting');
	const failed = failedCount(state);
	const { pause, answeredAt } = state;
	const trouble =
		pause?.kind === 'failure' && pause.retryAt !== undefined
			? [`${troubleWords(pause.failure)} Next try at ${clockTime(pause.retryAt)}.`]
			: [];
	const to = open.length === 0 ? '' : `: ${countByStatus(open.map(({ job }) => job))}`;
	return [
		...trouble,
		`${openIds(state).length} of ${state.jobs.size} to go${to}`,
		...(failed === 0 ? [] : [`${failed} failed`]),
		...(answeredAt === undefined ? [] : [clockTime(answeredAt)]),
	].join(' · ');
};

/** What is waited for, to continue `is not …`. */
const goalWords = (goal: Goal): string => {
	switch (goal.kind) {
		case 'terminal':
			return 'Succeeded';
		case 'running':
			return 'Running';
		case 'statuses':
			return goal.statuses.join(' or ');
	}
};

const failureLines = (state: WaitState): readonly string[] =>
	[...state.jobs.values()].flatMap(watched => {
		if (watched.kind === 'gone') {
			return [newsWords(watched)];
		}
		return watched.kind === 'seen' && watched.verdict === 'failed'
			? [`${named(watched.job)} is ${statusWords(watched.job)}, not ${goalWords(state.settings.goal)}`]
			: [];
	});

const openLines = (state: WaitState): readonly string[] =>
	[...state.jobs].flatMap(([id, watched]) => {
		if (watched.kind === 'seen' && watched.verdict === 'waiting') {
			return [`${named(watched.job)} is still ${statusWords(watched.job)}`];
		}
		return watched.kind === 'unseen' ? [`${id}: no answer came about it`] : [];
	});

const unknownLines = (state: WaitState): readonly string[] =>
	[...state.jobs].flatMap(([id, { kind }]) =>
		kind === 'unknown' ? [`${id}: the service knows no such job; check the id, --region and the profile`] : [],
	);

/** What is said last, for stderr; nothing when all went as wished. A failure of the service is the runner's to tell. */
export const endingLines = (state: WaitState, ending: WaitEnding): readonly string[] => {
	switch (ending.kind) {
		case 'reached':
		case 'refused':
			return [];
		case 'failed':
			return failureLines(state);
		case 'unknown':
			return unknownLines(state);
		case 'timed-out':
			return ['timed out', ...openLines(state), ...failureLines(state)];
	}
};
