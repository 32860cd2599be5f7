import type { ListJobsParameters } from '../../tables/parameters.ts';
import { jobWith, noJobs } from '../by-key.ts';
import type { Ask } from '../poll.ts';
import type { State } from '../state.ts';
import { sweepPageSize } from '../sweep.ts';
import { beforeAnyJob } from '../window.ts';

export type WatchAsk = Extract<Ask, { kind: 'watched' }>;

/**
 * Asks for the watched jobs that no loaded row shows: on another page, outside of the window or the filter. A hundred together,
 * of each workspace; one by one where the service does not know `JobIds`. None while a filter is typed.
 */
export const watchAsks = ({ watches, listing, mode, idsRefused }: State): readonly WatchAsk[] => {
	if (watches.jobs.size === 0 || mode.kind === 'filter') {
		return [];
	}
	const here = listing?.loaded ?? noJobs;
	const away = [...watches.jobs.values()].filter(({ JobId }) => jobWith(here, JobId) === undefined);
	const places = new Map<string, WatchAsk>();
	for (const { JobId, WorkspaceId, mine } of away) {
		const place = idsRefused ? JobId : `${WorkspaceId} ${mine}`;
		const known = places.get(place);
		places.set(place, {
			kind: 'watched',
			workspace: WorkspaceId,
			mine,
			ids: [...(known?.ids ?? []), JobId].slice(0, sweepPageSize),
		});
	}
	return [...places.values()];
};

/** The parameters of such a question: an id names its job whatever its age. */
export const watchParameters = ({ ids, workspace, mine }: WatchAsk, idsRefused: boolean): ListJobsParameters => ({
	...(idsRefused ? { JobId: ids[0] ?? '' } : { JobIds: ids.join(',') }),
	...(workspace === '' ? {} : { WorkspaceId: workspace }),
	ShowOwn: mine,
	StartTime: beforeAnyJob,
	PageNumber: 1,
	PageSize: sweepPageSize,
});
