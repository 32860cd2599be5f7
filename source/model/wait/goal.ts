import { statusOf } from '../../tables/statuses.ts';
import type { Job } from '../job.ts';

/** What `dlctop wait` waits for. */
export type Goal =
	/** The end, and a good one: Succeeded. */
	| { readonly kind: 'terminal' }
	/** That it ran, whatever came after. */
	| { readonly kind: 'running' }
	/** One of these, or one that a job reaches only by way of them. */
	| { readonly kind: 'statuses'; readonly statuses: readonly string[] };

/** Where a job stands. `reached` and `failed` are final: such a job is not asked for again. */
export type Verdict = 'waiting' | 'reached' | 'failed';

/** The ways that jobs go. Between two looks a job may pass through several of these, so that a later one means the earlier ones. */
const ways: readonly (readonly string[])[] = [
	['Creating', 'Queuing', 'Bidding', 'EnvPreparing', 'SanityChecking', 'Running', 'SucceededReserving', 'Succeeded'],
	['FailedReserving', 'Failed'],
	['Stopping', 'Stopped'],
];

const isPast = (status: string, wanted: string): boolean =>
	ways.some(way => way.includes(wanted) && way.indexOf(status) > way.indexOf(wanted));

/** It ran at some time: its status says so, or the service names the time. */
const hasRun = ({ Status, GmtRunningTime }: Job): boolean =>
	Status === 'Running' || Status === 'Restarting' || isPast(Status, 'Running') || GmtRunningTime !== undefined;

/** It ended, or is bound to end, in another way than by success. */
const wentWrong = ({ Status }: Job): boolean => {
	const { terminal, failed } = statusOf(Status);
	return failed || (terminal && Status !== 'Succeeded');
};

const judgeStatuses = (statuses: readonly string[], job: Job): Verdict => {
	const { Status } = job;
	if (statuses.includes(Status) || statuses.some(wanted => isPast(Status, wanted))) {
		return 'reached';
	}
	if (statuses.includes('Running') && hasRun(job)) {
		return 'reached';
	}
	const stillComes = statuses.some(wanted => isPast(wanted, Status));
	return !stillComes && (wentWrong(job) || statusOf(Status).terminal) ? 'failed' : 'waiting';
};

/** Where a job stands on its way to the goal. An unknown status is waited through: none is guessed. */
export const judgeJob = (goal: Goal, job: Job): Verdict => {
	switch (goal.kind) {
		case 'terminal':
			return job.Status === 'Succeeded' ? 'reached' : wentWrong(job) ? 'failed' : 'waiting';
		case 'running':
			return hasRun(job) ? 'reached' : wentWrong(job) ? 'failed' : 'waiting';
		case 'statuses':
			return judgeStatuses(goal.statuses, job);
	}
};
