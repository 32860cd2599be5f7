import { describe, expect, it } from 'vitest';
import { begun, phaseAt } from '../../source/simulator/life.ts';
import { lastLines } from '../../source/simulator/log-ends.ts';
import { podRuns } from '../../source/simulator/pods.ts';
import { mayBeSeen } from '../../source/simulator/scope.ts';
import { gmt } from '../../source/simulator/time.ts';
import { ask, linesOf } from './lines.ts';
import { minute, start, world } from './moments.ts';

const seen = world.jobsAt(start).filter(mayBeSeen);
const firstPod = (spec: (typeof seen)[number]['spec']): string =>
	`${spec.JobId}-${(spec.roles[0]?.Type ?? '').toLowerCase()}-0`;
const running = seen.filter(
	({ life }) =>
		phaseAt(life, start).Status === 'Running' &&
		start - phaseAt(life, start).at > 10 * minute &&
		start - life[0].at < 120 * minute,
);
const [job] = running;
const JobId = job?.spec.JobId ?? '';
const PodId = job === undefined ? '' : firstPod(job.spec);
const logs = (query = '', now = start): readonly string[] =>
	linesOf(ask('GetPodLogs', `${JobId}/pods/${PodId}/logs`, query, now), 'Logs');

describe('the log of a running pod', () => {
	it('grows, and what was printed stays', () => {
		const before = logs('MaxLines=10000');
		const after = logs('MaxLines=10000', start + minute);
		expect(before.length).toBeGreaterThan(20);
		expect(after.length).toBeGreaterThan(before.length);
		expect(after.slice(0, before.length)).toEqual(before);
	});

	it('has a time before each line, in order', () => {
		const times = logs().map(line => /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) {2}./su.exec(line)?.[1] ?? 'none');
		expect(times).not.toContain('none');
		expect(times).toEqual(times.toSorted());
	});

	it('sends the newest lines when there are more than MaxLines', () => {
		expect(logs('MaxLines=7')).toEqual(logs().slice(-7));
	});

	it('sends only what is from StartTime to EndTime, both included', () => {
		const all = logs('MaxLines=10000');
		const [from, to] = [start - 5 * minute, start - 2 * minute];
		const asText = (at: number): string => gmt(at).slice(0, 19).replace('T', ' ');
		const expected = all.filter(line => line.slice(0, 19) >= asText(from) && line.slice(0, 19) <= asText(to));
		expect(expected.length).toBeGreaterThan(10);
		expect(logs(`StartTime=${gmt(from)}&EndTime=${gmt(to)}`.replaceAll(':', '%3A'))).toEqual(expected);
	});

	it.each(['MaxLines=0', 'MaxLines=10001', 'StartTime=yesterday'])('turns down %s', query => {
		expect(ask('GetPodLogs', `${JobId}/pods/${PodId}/logs`, query)).toMatchObject({
			problem: { status: 400, Code: 'InvalidParameter' },
		});
	});

	it('holds what a terminal must not be given: escapes, progress bars, very long lines, Chinese and emoji', () => {
		const text = running
			.map(({ spec }) => linesOf(ask('GetPodLogs', `${spec.JobId}/pods/${firstPod(spec)}/logs`), 'Logs').join('\n'))
			.join('\n');
		expect(text).toContain('\u001b[33m');
		expect(text).toContain('\rEvaluating');
		expect(text).toMatch(/检查点.*✅/u);
		expect(Math.max(...text.split('\n').map(line => line.length))).toBeGreaterThan(2_000);
	});
});

describe('a pod', () => {
	it('that is not there, and a PodUid that it never had, are not found', () => {
		for (const answer of [
			ask('GetPodLogs', `${JobId}/pods/${JobId}-worker-999/logs`),
			ask('GetPodLogs', `${JobId}/pods/${PodId}/logs`, 'PodUid=another'),
			ask('GetPodLogs', `dlcunknown/pods/${PodId}/logs`),
		]) {
			expect(answer).toMatchObject({ ok: false, problem: { status: 404, Code: 'NotFound' } });
		}
	});

	it('is found by a percent-encoded path, and by the PodUid of each of its runs', () => {
		const looping = seen.find(
			({ life }) => begun(life, start).filter(({ Status }) => Status === 'Restarting').length > 3,
		);
		const pod = looping === undefined ? '' : firstPod(looping.spec);
		const runs = looping === undefined ? [] : podRuns(looping.spec, begun(looping.life, start), pod);
		expect(runs.length).toBeGreaterThan(3);
		const encoded = pod.replaceAll('-', '%2D');
		const [first, last] = [runs[0]?.PodUid, runs.at(-2)?.PodUid].map(uid =>
			linesOf(
				ask(
					'GetPodLogs',
					`${looping?.spec.JobId}/pods/${encoded}/logs`,
					`PodUid=${uid}&StartTime=2026-01-01T00%3A00%3A00Z`,
				),
				'Logs',
			),
		);
		expect(first?.length).toBeGreaterThan(3);
		expect(first).not.toEqual(last);
	});
});

const failedOnes = seen.filter(({ life }) => phaseAt(life, start).Status === 'Failed');

describe('the log of the pod that brought its job down', () => {
	const ended = failedOnes.flatMap(({ spec, life }) => {
		const phases = begun(life, start);
		const pods = spec.roles.flatMap(({ Type, PodCount }) =>
			Array.from({ length: PodCount }, (_, index) => `${spec.JobId}-${Type.toLowerCase()}-${index}`),
		);
		const culprit = pods.flatMap(pod => podRuns(spec, phases, pod).slice(-1)).find(({ isCulprit }) => isCulprit);
		const message = phaseAt(life, start).reason.ReasonMessage;
		const ranAtAll =
			culprit?.attempt.startedAt !== undefined && (culprit.attempt.endedAt ?? 0) > start - 6 * 86_400_000;
		return ranAtAll ? [{ id: spec.JobId, pod: culprit.PodId, message }] : [];
	});

	it('ends in the cause that its ReasonMessage names', () => {
		expect(ended.length).toBeGreaterThan(10);
		for (const { id, pod, message } of ended) {
			const last =
				linesOf(ask('GetPodLogs', `${id}/pods/${pod}/logs`), 'Logs')
					.at(-1)
					?.slice(21) ?? 'nothing';
			expect(message).toContain(last);
			expect(last.length).toBeGreaterThan(10);
		}
	});

	it('ends in the preemption where others took its resources back', () => {
		const runs = seen.flatMap(({ spec, life }) => {
			const phases = begun(life, start);
			const taken = phases.some(({ reason }) => reason.ReasonCode === 'JobPreempted');
			const pod = `${spec.JobId}-${spec.roles[0]?.Type.toLowerCase()}-0`;
			return taken ? podRuns(spec, phases, pod).map(({ PodUid }) => ({ id: spec.JobId, pod, PodUid })) : [];
		});
		const tails = runs.map(({ id, pod, PodUid }) =>
			linesOf(
				ask('GetPodLogs', `${id}/pods/${pod}/logs`, `PodUid=${PodUid}&StartTime=2026-01-01T00%3A00%3A00Z`),
				'Logs',
			)
				.slice(-3)
				.join('\n'),
		);
		const taken = tails.filter(tail => tail.includes('SIGTERM received, 30 s until SIGKILL'));
		expect(taken.length).toBeGreaterThan(0);
		expect(taken[0]).toContain('idle resources');
	});

	it('came to the step that its ReasonMessage names', () => {
		const named = ended.filter(({ message }) => message.includes(' at step '));
		expect(named.length).toBeGreaterThan(0);
		for (const { id, pod, message } of named) {
			const step = / at step (\d+)/u.exec(message)?.[1] ?? 'none';
			const lines = linesOf(ask('GetPodLogs', `${id}/pods/${pod}/logs`), 'Logs').slice(0, -1);
			const steps = lines.flatMap(line => [...(/\bstep\W{0,3}(\d+)/iu.exec(line)?.slice(1) ?? [])].map(Number));
			const last = steps.at(-1) ?? Number(step);
			expect([id, Math.abs(last - Number(step)) <= 100]).toEqual([id, true]);
		}
	});

	it('shows the way to it, as for memory and for collectives', () => {
		const tails = ended.map(({ id, pod }) =>
			linesOf(ask('GetPodLogs', `${id}/pods/${pod}/logs`), 'Logs')
				.slice(-8)
				.join('\n'),
		);
		expect(tails.find(tail => tail.includes('CUDA out of memory'))).toContain('Traceback (most recent call last):');
		const ReasonMessage =
			'Pod p exited with code 1: [rank3] Watchdog caught collective operation timeout: WorkNCCL(SeqNum=9)';
		const [{ spec } = { spec: undefined }] = seen;
		const stuck = { at: start, Status: 'Failed', reason: { ReasonCode: 'JobFailed', ReasonMessage } };
		expect(spec === undefined ? [] : lastLines(stuck, true, spec)).toEqual([
			expect.stringContaining('ProcessGroupNCCL'),
			expect.stringContaining('ProcessGroupNCCL'),
			expect.stringMatching(/^\[rank3\] Watchdog .*WorkNCCL/),
		]);
		expect(tails.find(tail => tail.includes('FileNotFoundError'))).toContain('No such file or directory');
	});
});
