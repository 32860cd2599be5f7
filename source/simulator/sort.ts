import { type Result, success } from '../model/failure.ts';
import { milestones } from './item.ts';
import type { SimulatedJob } from './job.ts';
import { phaseAt } from './life.ts';
import { choice, type Parameters } from './readers.ts';
import type { Refusal } from './refusal.ts';

type Key = string | number;

const keys = {
	DisplayName: ({ spec }: SimulatedJob): Key => spec.DisplayName,
	JobType: ({ spec }: SimulatedJob): Key => spec.JobType,
	Status: ({ life }: SimulatedJob, now: number): Key => phaseAt(life, now).Status,
	GmtCreateTime: ({ life }: SimulatedJob): Key => life[0].at,
	// A job that has not finished is before all that have.
	GmtFinishTime: ({ life }: SimulatedJob, now: number): Key => milestones(life, now).GmtFinishTime ?? 0,
};

const names = ['DisplayName', 'JobType', 'Status', 'GmtCreateTime', 'GmtFinishTime'] as const;

const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0);

export type Sort = (jobs: readonly SimulatedJob[], now: number) => readonly SimulatedJob[];

/** The order of the answer: newest first where nothing is said; ties by JobId, upwards in both directions. */
export const sortOf = (parameters: Parameters): Result<Sort, Refusal> => {
	const by = choice(parameters, 'SortBy', names);
	const order = choice(parameters, 'Order', ['desc', 'asc']);
	if (!by.ok) {
		return by;
	}
	if (!order.ok) {
		return order;
	}
	const keyOf = keys[by.value ?? 'GmtCreateTime'];
	const direction = order.value === 'asc' ? 1 : -1;
	return success((jobs, now) =>
		jobs
			.map(job => ({ job, key: keyOf(job, now) }))
			.sort((a, b) => direction * compare(a.key, b.key) || compare(a.job.spec.JobId, b.job.spec.JobId))
			.map(({ job }) => job),
	);
};
