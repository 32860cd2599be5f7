import { lastStep } from './log-beats.ts';
import type { Spec } from './spec.ts';

/** Why a job is in a status. `ExitCode` and `PodReason` are those of the pod that brought it there. */
export type Reason = {
	readonly ReasonCode: string;
	readonly ReasonMessage: string;
	readonly SubStatus?: string;
	readonly ExitCode?: number;
	readonly PodReason?: string;
};

/** A stretch of a job's life before it is placed in time. */
export type Step = { readonly Status: string; readonly ms: number; readonly reason?: Reason };

/** From `at` (ms since the epoch, whole seconds) until the next phase begins, the job has this status. */
export type Phase = { readonly at: number; readonly Status: string; readonly reason: Reason };

/** All that ever happens to a job. There is always a first phase, whose `at` is the creation. */
export type Life = readonly [Phase, ...Phase[]];

const unexplained: Reason = { ReasonCode: '', ReasonMessage: '' };

/** Whole seconds, because the service's times have no smaller part; at least one, so that each phase can be seen. */
const wholeSeconds = (ms: number): number => Math.max(1, Math.round(ms / 1_000)) * 1_000;

const ordinaryReason = (Status: string, { JobType, JobId, quota }: Spec): Reason => {
	switch (Status) {
		case 'Queuing':
			return {
				ReasonCode: 'JobEnqueued',
				ReasonMessage: `${JobType} ${JobId} waits in the queue of ${quota?.ResourceQuotaName ?? 'the public resources'}.`,
			};
		case 'Bidding':
			return { ReasonCode: 'JobBidding', ReasonMessage: `${JobType} ${JobId} bids for spot instances.` };
		case 'EnvPreparing':
			return {
				ReasonCode: 'JobEnvPreparing',
				ReasonMessage: `${JobType} ${JobId} pulls its image and mounts its data.`,
			};
		case 'SanityChecking':
			return { ReasonCode: 'JobSanityChecking', ReasonMessage: `${JobType} ${JobId} has its nodes checked.` };
		case 'Running':
			return { ReasonCode: 'JobRunning', ReasonMessage: `${JobType} ${JobId} is running.` };
		case 'Succeeded':
		case 'SucceededReserving':
			return { ReasonCode: 'JobSucceeded', ReasonMessage: `${JobType} ${JobId} is successfully completed.` };
		default:
			return unexplained;
	}
};

const endsRun = ({ Status }: Phase): boolean => isTerminal(Status) || Status === 'Restarting' || Status === 'Queuing';

/** A reason that names a step names the one that the log of the run came to. */
const withSteps = (phases: readonly Phase[], phase: Phase, index: number, spec: Spec): Phase => {
	const { reason } = phase;
	const before = phases.slice(0, index);
	const run = before.slice(before.findLastIndex(endsRun) + 1);
	const began = run.find(({ Status }) => Status === 'Running');
	const ended = run.find(({ Status }) => Status.endsWith('Reserving')) ?? phase;
	return began === undefined || !/ at step \d+/.test(reason.ReasonMessage)
		? phase
		: {
				...phase,
				reason: {
					...reason,
					ReasonMessage: reason.ReasonMessage.replace(
						/ at step \d+/,
						` at step ${lastStep(spec, ended.at - began.at)}`,
					),
				},
			};
};

/** Places steps in time, one after the other; the last one lasts for ever. */
export const lifeOf = (createdAt: number, steps: readonly [Step, ...Step[]], spec: Spec): Life => {
	const place = (at: number, { Status, reason }: Step): Phase => ({
		at,
		Status,
		reason: reason ?? ordinaryReason(Status, spec),
	});
	const [first, ...more] = steps;
	const begin = Math.floor(createdAt / 1_000) * 1_000;
	let at = begin + wholeSeconds(first.ms);
	const rest = more.map(step => {
		const phase = place(at, step);
		at += wholeSeconds(step.ms);
		return phase;
	});
	const created = place(begin, first);
	const phases = [created, ...rest];
	return [created, ...rest.map((phase, index) => withSteps(phases, phase, index + 1, spec))];
};

/** The phases begun by an instant; empty before the job is created. */
export const begun = (life: Life, now: number): readonly Phase[] => life.filter(phase => phase.at <= now);

/** The phase at an instant; before the creation the first one. */
export const phaseAt = (life: Life, now: number): Phase => life.findLast(phase => phase.at <= now) ?? life[0];

export const isTerminal = (Status: string): boolean =>
	Status === 'Succeeded' || Status === 'Failed' || Status === 'Stopped';
