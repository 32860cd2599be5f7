import type { JsonObject } from '../model/json.ts';
import { type Attempt, attemptsOf } from './attempts.ts';
import type { Phase } from './life.ts';
import { present } from './present.ts';
import { hashOf } from './random.ts';
import type { Spec } from './spec.ts';
import { gmt } from './time.ts';

type Seat = { readonly PodId: string; readonly Type: string; readonly number: number };

const seatsOf = ({ JobId, roles }: Spec): readonly Seat[] =>
	roles
		.flatMap(({ Type, PodCount }) =>
			Array.from({ length: PodCount }, (_, index) => ({
				PodId: `${JobId}-${Type.toLowerCase()}-${index}`,
				Type: Type.toLowerCase(),
			})),
		)
		.map((seat, number) => ({ ...seat, number }));

const uidOf = (label: string): string => {
	const hex = [1, 2, 3, 4].map(salt => hashOf(label, salt).toString(16).padStart(8, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** The machine of a pod in an attempt; another one after a restart. */
export const nodeOf = (spec: Spec, number: number, attempt: number): string => {
	const machine = hashOf(`${spec.JobId} ${number} ${attempt}`).toString(36).padStart(7, '0').slice(-5);
	return `${spec.quota?.machines ?? 'ecs-spot-'}${machine}`;
};

/** The pod that brings a failing job down: always the same one of an attempt. */
const culpritOf = (spec: Spec, attempt: number, pods: number): number => hashOf(`${spec.JobId} ${attempt}`) % pods;

const statusOf = ({ startedAt, outcome }: Attempt, isCulprit: boolean): string => {
	switch (outcome?.Status) {
		case undefined:
			return startedAt === undefined ? 'Pending' : 'Running';
		case 'SucceededReserving':
			return 'Running';
		case 'FailedReserving':
			return isCulprit ? 'Failed' : 'Running';
		case 'Succeeded':
			return 'Succeeded';
		case 'Failed':
		case 'Restarting':
			return isCulprit ? 'Failed' : 'Stopped';
		default:
			return 'Stopped';
	}
};

const podOf = (spec: Spec, seat: Seat, attempt: Attempt, attemptNumber: number, pods: number): JsonObject => {
	const { createdAt, startedAt, endedAt, outcome } = attempt;
	const label = `${seat.PodId} ${attemptNumber}`;
	const Ip = startedAt === undefined ? '' : `10.${[1, 2, 3].map(salt => hashOf(label, salt) % 250).join('.')}`;
	const Status = statusOf(attempt, seat.number === culpritOf(spec, attemptNumber, pods));
	const reason = outcome?.reason;
	return present({
		PodId: seat.PodId,
		PodUid: startedAt === undefined ? '' : uidOf(label),
		Type: seat.Type,
		Status,
		SubStatus: reason?.PodReason === 'Preempted' ? 'Preempted' : 'Normal',
		Ip,
		PodIp: Ip,
		NodeName: startedAt === undefined ? '' : nodeOf(spec, seat.number, attemptNumber),
		GmtCreateTime: gmt(createdAt),
		GmtStartTime: startedAt === undefined ? undefined : gmt(startedAt),
		GmtFinishTime: endedAt === undefined ? undefined : gmt(endedAt),
		StatusDetail:
			Status === 'Failed' && reason?.PodReason !== undefined
				? present({ Message: reason.ReasonMessage, ExitCode: reason.ExitCode, Reason: reason.PodReason })
				: undefined,
	});
};

/** The pods of a job after the phases it went through: those of the last attempt, each with its forerunners. */
export const podItems = (spec: Spec, phases: readonly Phase[]): readonly JsonObject[] => {
	const attempts = attemptsOf(phases);
	const seats = seatsOf(spec);
	return seats.flatMap(seat => {
		const items = attempts.map((attempt, number) => podOf(spec, seat, attempt, number, seats.length));
		const current = items.at(-1);
		return current === undefined ? [] : [{ ...current, HistoryPods: items.slice(0, -1) }];
	});
};

/** The machines of the last attempt, once its pods run. */
export const nodeNames = (spec: Spec, phases: readonly Phase[]): readonly string[] => {
	const attempts = attemptsOf(phases);
	return attempts.at(-1)?.startedAt === undefined
		? []
		: seatsOf(spec).map(seat => nodeOf(spec, seat.number, attempts.length - 1));
};

/** One set of processes of a pod: those of one attempt. */
export type PodRun = {
	readonly PodId: string;
	readonly PodUid: string;
	/** Its place among all pods of the job, from 0. */
	readonly number: number;
	readonly attemptNumber: number;
	readonly attempt: Attempt;
	/** Whether it is the pod that brings a failing attempt down. */
	readonly isCulprit: boolean;
};

/** The runs of a pod after the phases that its job went through, oldest first; empty for a pod that the job has not. */
export const podRuns = (spec: Spec, phases: readonly Phase[], PodId: string): readonly PodRun[] => {
	const seats = seatsOf(spec);
	const seat = seats.find(candidate => candidate.PodId === PodId);
	return seat === undefined
		? []
		: attemptsOf(phases).map((attempt, attemptNumber) => ({
				PodId,
				PodUid: attempt.startedAt === undefined ? '' : uidOf(`${PodId} ${attemptNumber}`),
				number: seat.number,
				attemptNumber,
				attempt,
				isCulprit: seat.number === culpritOf(spec, attemptNumber, seats.length),
			}));
};
