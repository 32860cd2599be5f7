import { statusOf } from '../../tables/statuses.ts';
import type { Job } from '../job.ts';
import { nothingTold, type Told } from './told.ts';

/** A job whose end is to be told, as it was last seen. */
export type WatchedJob = {
	readonly JobId: string;
	readonly DisplayName: string;
	readonly Status: string;
	/** Where it is asked for once no row shows it. */
	readonly WorkspaceId: string;
	/** It was in a list of the user's own jobs. */
	readonly mine: boolean;
	/** `failure`: only a failure is told; it left a view that is watched for failures, and is looked up once. */
	readonly wants: 'end' | 'failure';
};

/** What the user asked to be told of, and how much of it was not seen yet. */
export type Watches = {
	/** By JobId. */
	readonly jobs: ReadonlyMap<string, WatchedJob>;
	/** Since when (ms since the epoch) any job of the view that fails is told; undefined: not at all. */
	readonly failedSince: number | undefined;
	/** JobIds whose failure was told, so that it is told once. */
	readonly told: Told;
	/** What was told since the last key. */
	readonly unread: number;
};

export const noWatches: Watches = { jobs: new Map(), failedSince: undefined, told: nothingTold, unread: 0 };

/** Whether nothing more will come of a job: it has ended, though it may still hold resources. */
export const hasEnded = ({ Status }: Pick<Job, 'Status'>): boolean => {
	const { terminal, held, failed } = statusOf(Status);
	return terminal || held || failed;
};

export const hasFailed = ({ Status }: Pick<Job, 'Status'>): boolean => statusOf(Status).failed;

export const watchOf = (job: Job, mine: boolean, wants: WatchedJob['wants']): WatchedJob => {
	const { JobId, DisplayName, Status, WorkspaceId } = job;
	return { JobId, DisplayName, Status, WorkspaceId, mine, wants };
};
