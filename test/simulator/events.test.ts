import { describe, expect, it } from 'vitest';
import { begun, phaseAt } from '../../source/simulator/life.ts';
import { mayBeSeen } from '../../source/simulator/scope.ts';
import { gmt } from '../../source/simulator/time.ts';
import { ask, linesOf } from './lines.ts';
import { start, world } from './moments.ts';

const seen = world.jobsAt(start).filter(mayBeSeen);
const podOf = ({ JobId, roles }: (typeof seen)[number]['spec']): string =>
	`${JobId}-${(roles[0]?.Type ?? '').toLowerCase()}-0`;
const byMessage = (words: string) =>
	seen.find(
		({ life }) => phaseAt(life, start).reason.ReasonMessage.includes(words) && start - life[0].at < 6 * 86_400_000,
	);

describe('the events of a job', () => {
	it('are its phases so far, each with its time', () => {
		const job = seen.at(-1);
		const phases = job === undefined ? [] : begun(job.life, start);
		const events = linesOf(ask('GetJobEvents', `${job?.spec.JobId}/events`), 'Events');
		expect(phases.length).toBeGreaterThan(0);
		expect(events.map(line => line.slice(0, 19))).toEqual(
			phases.map(({ at }) => gmt(at).slice(0, 19).replace('T', ' ')),
		);
	});

	it('are no more than MaxEventsNum, the newest', () => {
		const job = seen.find(({ life }) => begun(life, start).length > 5 && start - life[0].at < 86_400_000);
		const all = linesOf(ask('GetJobEvents', `${job?.spec.JobId}/events`), 'Events');
		expect(linesOf(ask('GetJobEvents', `${job?.spec.JobId}/events`, 'MaxEventsNum=2'), 'Events')).toEqual(
			all.slice(-2),
		);
		expect(all.length).toBeGreaterThan(5);
	});
});

describe('the events of a pod', () => {
	it('tell from its place to its container, in order', () => {
		const job = seen.find(({ life }) => phaseAt(life, start).Status === 'Running');
		const pod = job === undefined ? '' : podOf(job.spec);
		const events = linesOf(ask('GetPodEvents', `${job?.spec.JobId}/pods/${pod}/events`), 'Events');
		expect(events[0]).toContain(`Successfully assigned ${pod}`);
		expect(events.at(-1)).toContain('Started the container');
		expect(events).toEqual(events.toSorted((a, b) => a.slice(0, 19).localeCompare(b.slice(0, 19))));
	});

	it('end in the cause where an image could not be pulled, of which no log tells', () => {
		const job = byMessage('ImagePullBackOff');
		const path = `${job?.spec.JobId}/pods/${job === undefined ? '' : podOf(job.spec)}`;
		expect(linesOf(ask('GetPodLogs', `${path}/logs`), 'Logs')).toEqual([]);
		expect(linesOf(ask('GetPodEvents', `${path}/events`), 'Events').join('\n')).toContain('manifest unknown');
	});

	it('of an unknown pod are not found', () => {
		const id = seen[0]?.spec.JobId;
		expect(ask('GetPodEvents', `${id}/pods/${id}-nobody-0/events`)).toMatchObject({ problem: { Code: 'NotFound' } });
	});
});
