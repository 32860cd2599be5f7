import { failed, success } from '../model/failure.ts';
import type { Filter } from './filter.ts';
import { milestones, restartsOf } from './item.ts';
import type { SimulatedJob } from './job.ts';
import { choice, moment, whole } from './readers.ts';
import { invalidParameter } from './refusal.ts';
import { cpusOf, gpusOf, memoryGiOf, podsOf } from './spec.ts';

const weekMs = 7 * 24 * 3_600_000;

const timeFields = [
	'GmtCreateTime',
	'GmtSubmittedTime',
	'GmtRunningTime',
	'GmtSuccessedTime',
	'GmtFailedTime',
	'GmtStoppedTime',
	'GmtFinishTime',
	'GmtModifiedTime',
] as const;

/** The window of time: the last 7 days of creations where nothing else is said. A job without the time asked for is outside. */
export const timeWindow: Filter = (parameters, { now }) => {
	const start = moment(parameters, 'StartTime');
	const end = moment(parameters, 'EndTime');
	const field = choice(parameters, 'TimeRangeField', timeFields);
	if (!start.ok) {
		return start;
	}
	if (!end.ok) {
		return end;
	}
	if (!field.ok) {
		return field;
	}
	const from = start.value ?? now - weekMs;
	const until = end.value ?? now;
	const name = field.value ?? 'GmtCreateTime';
	return success((job, at) => {
		const time = name === 'GmtCreateTime' ? job.life[0].at : milestones(job.life, at)[name];
		return time !== undefined && time >= from && time <= until;
	});
};

const numbers: Readonly<Record<string, (job: SimulatedJob, now: number) => number | undefined>> = {
	RequestGPU: ({ spec }) => gpusOf(spec),
	RequestCPU: ({ spec }) => cpusOf(spec),
	RequestMemory: ({ spec }) => memoryGiOf(spec),
	NodeCount: ({ spec }) => podsOf(spec),
	Priority: ({ spec }) => spec.Priority,
	JobMaxRunningTimeMinutes: ({ spec }) => spec.JobMaxRunningTimeMinutes,
	RestartTimes: ({ life }, now) => restartsOf(life, now),
	Duration: ({ life }, now) => Math.floor(milestones(life, now).durationMs / 1_000),
};

/** The range of one number, both ends included. The field and at least one end belong together. */
export const numericRange: Filter = parameters => {
	const field = choice(parameters, 'NumericRangeField', Object.keys(numbers));
	const least = whole(parameters, 'NumericRangeMin');
	const most = whole(parameters, 'NumericRangeMax');
	if (!field.ok) {
		return field;
	}
	if (!least.ok) {
		return least;
	}
	if (!most.ok) {
		return most;
	}
	const hasEnd = least.value !== undefined || most.value !== undefined;
	if (field.value === undefined) {
		return hasEnd
			? failed(invalidParameter('NumericRangeField', 'it is required with NumericRangeMin or NumericRangeMax.'))
			: success(undefined);
	}
	if (!hasEnd) {
		return failed(invalidParameter('NumericRangeField', 'it needs NumericRangeMin or NumericRangeMax.'));
	}
	const numberOf = numbers[field.value];
	const [from, until] = [least.value ?? Number.NEGATIVE_INFINITY, most.value ?? Number.POSITIVE_INFINITY];
	return success((job, now) => {
		const value = numberOf?.(job, now);
		return value !== undefined && value >= from && value <= until;
	});
};
