import { describe, expect, test } from 'vitest';
import { firstPod, podsOf } from '../../../source/model/logs/pods.ts';
import { namedJob } from '../../support/jobs.ts';

const jobWith = (...pods: readonly (readonly [id: string, type: string, status: string])[]) =>
	namedJob('dlc1', { Pods: pods.map(([PodId, Type, Status]) => ({ PodId, Type, Status, PodUid: `uid-${PodId}` })) });

const firstOf = (job: ReturnType<typeof jobWith>): string | undefined => {
	const pods = podsOf(job);
	return pods[firstPod(pods)]?.PodId;
};

describe('the pod to look at first', () => {
	test.each([
		[
			'the first that failed',
			[
				['m', 'master', 'Stopped'],
				['w0', 'worker', 'Stopped'],
				['w1', 'worker', 'Failed'],
			],
			'w1',
		],
		[
			'else the one that leads',
			[
				['w0', 'worker', 'Running'],
				['m', 'Master', 'Running'],
			],
			'm',
		],
		[
			'else the first worker',
			[
				['ps0', 'ps', 'Running'],
				['w0', 'worker', 'Running'],
			],
			'w0',
		],
		['else the first of all', [['x', 'evaluator', 'Running']], 'x'],
		['none without pods', [], undefined],
	] as const)('is %s', (_, pods, expected) => {
		expect(firstOf(jobWith(...pods))).toBe(expected);
	});

	test('is none of the former runs, which stand behind their successor', () => {
		const run = { PodId: 'w0', Type: 'worker', Status: 'Failed', PodUid: 'old' };
		const job = namedJob('dlc1', { Pods: [{ ...run, Status: 'Running', PodUid: 'new', HistoryPods: [run] }] });
		expect(podsOf(job).map(({ PodUid, former }) => [PodUid, former])).toEqual([
			['new', false],
			['old', true],
		]);
		expect(firstPod(podsOf(job))).toBe(0);
	});

	test.each([[null], ['text'], [[1, 'a', null, {}]], [{ PodId: 'x' }]])('is none where Pods is %j', Pods => {
		expect(podsOf({ sent: { Pods } })).toEqual([]);
	});
});
