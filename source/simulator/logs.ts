import { failed, success } from '../model/failure.ts';
import type { SimulatedJob } from './job.ts';
import { begun, isTerminal, type Phase } from './life.ts';
import { beatMs, beatText } from './log-beats.ts';
import { lastLines } from './log-ends.ts';
import { type PodRun, podRuns } from './pods.ts';
import type { Parameters } from './readers.ts';
import { type Answer, type Refusal, refusal } from './refusal.ts';
import { podsOf, type Spec } from './spec.ts';
import { type LineWindow, lineWindow, type TimedLine, within, written } from './timed-lines.ts';

/** The phase in which the processes of a run end; undefined while they go on. */
const endOf = (startedAt: number, phases: readonly Phase[]): Phase | undefined =>
	phases.find(
		({ at, Status }) =>
			at > startedAt &&
			(isTerminal(Status) || Status.endsWith('Reserving') || Status === 'Restarting' || Status === 'Queuing'),
	);

const opening = (spec: Spec, { number }: PodRun, at: number): readonly TimedLine[] =>
	[
		`+ ${spec.UserCommand}`,
		`INFO rank ${number} of ${podsOf(spec)} is up, ${spec.roles[0]?.GPU ?? 0} GPUs here`,
		'INFO 正在读取数据集 /mnt/oss/corpus 📦',
	].map(text => ({ at, text }));

/** The beats of a window, counted from its end, so that a log of days costs no more than what is asked for. */
const beats = (spec: Spec, label: string, begin: number, end: number, window: LineWindow): readonly TimedLine[] => {
	const every = beatMs(spec);
	const last = Math.ceil((end - begin) / every) - 1;
	const first = Math.max(
		1,
		Math.ceil((window.from - begin) / every),
		last - window.most - Math.ceil((end - window.to) / every),
	);
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
		at: begin + (first + index) * every,
		text: beatText(spec, label, first + index),
	}));
};

const linesOf = ({ spec }: SimulatedJob, run: PodRun, phases: readonly Phase[], window: LineWindow, now: number) => {
	const { startedAt } = run.attempt;
	if (startedAt === undefined) {
		return [];
	}
	const end = endOf(startedAt, phases);
	const label = `${run.PodId} ${run.attemptNumber}`;
	const lines = [
		...opening(spec, run, startedAt),
		...beats(spec, label, startedAt, end?.at ?? now + 1, window),
		...(end === undefined ? [] : lastLines(end, run.isCulprit, spec).map(text => ({ at: end.at, text }))),
	];
	return within(lines, window);
};

/** The run that is asked for: the one with that PodUid, else the last one. */
export const chosenRun = (
	{ spec, life }: SimulatedJob,
	PodId: string,
	parameters: Parameters,
	now: number,
): PodRun | Refusal => {
	const runs = podRuns(spec, begun(life, now), PodId);
	const PodUid = parameters.get('PodUid');
	const run = PodUid === undefined ? runs.at(-1) : runs.find(candidate => candidate.PodUid === PodUid);
	return run ?? refusal(404, 'NotFound', `The pod ${PodId} of job ${spec.JobId} does not exist.`);
};

/** What a pod printed, the newest lines of the window. A pure function of job and instant. */
export const getPodLogs = (job: SimulatedJob, PodId: string, parameters: Parameters, now: number): Answer => {
	const window = lineWindow(parameters, 'MaxLines', now);
	const run = chosenRun(job, PodId, parameters, now);
	if (!window.ok) {
		return window;
	}
	if ('Code' in run) {
		return failed(run);
	}
	const lines = linesOf(job, run, begun(job.life, now), window.value, now);
	return success({ JobId: job.spec.JobId, PodId, PodUid: run.PodUid, Logs: lines.map(line => written(line)) });
};
