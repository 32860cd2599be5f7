import { failed, success } from '../model/failure.ts';
import type { SimulatedJob } from './job.ts';
import { begun, type Phase } from './life.ts';
import { chosenRun } from './logs.ts';
import { nodeOf, type PodRun } from './pods.ts';
import type { Parameters } from './readers.ts';
import type { Answer } from './refusal.ts';
import type { Spec } from './spec.ts';
import { lineWindow, type TimedLine, within, written } from './timed-lines.ts';

const jobLines = (phases: readonly Phase[]): readonly TimedLine[] =>
	phases.map(({ at, Status, reason }) => ({
		at,
		text: reason.ReasonMessage === '' ? `The job is ${Status}.` : `${reason.ReasonCode}: ${reason.ReasonMessage}`,
	}));

/** What happened to the job as a whole. */
export const getJobEvents = ({ spec, life }: SimulatedJob, parameters: Parameters, now: number): Answer => {
	const window = lineWindow(parameters, 'MaxEventsNum', now);
	if (!window.ok) {
		return window;
	}
	const Events = within(jobLines(begun(life, now)), window.value).map(line => written(line, ' '));
	return success({ JobId: spec.JobId, Events });
};

/** A pod that does not start tells every few minutes what keeps it. */
const waiting = (spec: Spec, phases: readonly Phase[], from: number, until: number): readonly TimedLine[] => {
	const why = phases.findLast(({ at }) => at <= until)?.reason.ReasonMessage ?? '';
	const tries = Math.min(20, Math.floor((until - from) / 120_000));
	return Array.from({ length: tries }, (_, index) => ({
		at: from + (index + 1) * 120_000,
		text: `Back-off pulling image "${spec.roles[0]?.Image ?? ''}": ${why}`,
	}));
};

const podLines = (
	spec: Spec,
	{ number, attemptNumber, attempt, isCulprit, PodId }: PodRun,
	phases: readonly Phase[],
	now: number,
) => {
	const { createdAt, startedAt, endedAt, outcome } = attempt;
	const node = nodeOf(spec, number, attemptNumber);
	const image = spec.roles[0]?.Image ?? '';
	const known: readonly (TimedLine | undefined)[] = [
		{ at: createdAt, text: `Successfully assigned ${PodId} to ${node}.` },
		{ at: createdAt, text: `Pulling image "${image}".` },
		...(startedAt === undefined ? waiting(spec, phases, createdAt, endedAt ?? now) : []),
		startedAt === undefined ? undefined : { at: startedAt, text: `Successfully pulled image "${image}".` },
		startedAt === undefined ? undefined : { at: startedAt, text: 'Started the container.' },
		outcome === undefined || (endedAt ?? outcome.at) > now
			? undefined
			: {
					at: endedAt ?? outcome.at,
					text:
						isCulprit && outcome.reason.ReasonMessage !== '' ? outcome.reason.ReasonMessage : 'Stopping the container.',
				},
	];
	return known.filter(line => line !== undefined);
};

/** What happened to one pod, from its place on a machine to its end. */
export const getPodEvents = (job: SimulatedJob, PodId: string, parameters: Parameters, now: number): Answer => {
	const window = lineWindow(parameters, 'MaxEventsNum', now);
	const run = chosenRun(job, PodId, parameters, now);
	if (!window.ok) {
		return window;
	}
	if ('Code' in run) {
		return failed(run);
	}
	const lines = podLines(job.spec, run, begun(job.life, now), now);
	const Events = within(lines, window.value).map(line => written(line, ' '));
	return success({ JobId: job.spec.JobId, PodId, PodUid: run.PodUid, Events });
};
