import { describe, expect, test } from 'vitest';
import { localTime } from '../../../source/model/detail/times.ts';
import { noon } from '../../support/moves.ts';
import { textsFor } from './items.ts';

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString().replace('.000', '');
const running = { Status: 'Running', GmtCreateTime: ago(100), GmtSubmittedTime: ago(99), GmtRunningTime: ago(60) };

describe('the overview', () => {
	test.each([
		['Asia/Shanghai', ` +08:00 · ${ago(60)} · 1h00 ago`],
		['America/St_Johns', ` -03:30 · ${ago(60)} · 1h00 ago`],
		['UTC', ' UTC · 1h00 ago'],
	])(
		'says times in the local zone, as sent, and relative to the answer; once, where both are one: %s',
		(zone, words) => {
			const before = process.env.TZ;
			process.env.TZ = zone;
			const [line] = textsFor('overview', running).filter(text => text.includes('running:'));
			expect(line).toBe(`  running: ${localTime(noon - 3_600_000)}${words}`);
			process.env.TZ = before;
		},
	);

	test('works out age, wait and run time', () => {
		expect(textsFor('overview', running)).toEqual(
			expect.arrayContaining(['  age: 1h40', '  wait: 39m', '  run time: 1h00']),
		);
	});

	test.each([
		[17, '  from creation: 17 s'],
		[6000, '  from creation: 1h40 (6000 s)'],
	])('tells the service’s own duration of %i seconds as what it counts from', (Duration, words) => {
		expect(textsFor('overview', { ...running, Duration })).toContain(words);
	});

	test.each([
		[98, '  ends: in 38m'],
		[30, '  ends: over its limit since 30m ago'],
	])('says when a limit of %i minutes is over', (JobMaxRunningTimeMinutes, words) => {
		expect(textsFor('overview', { ...running, JobMaxRunningTimeMinutes })).toContain(words);
	});

	test('promises no end to a job that has ended, or has no limit', () => {
		const ended = { ...running, Status: 'Failed', GmtFinishTime: ago(1), JobMaxRunningTimeMinutes: 98 };
		for (const item of [ended, running, { ...running, JobMaxRunningTimeMinutes: 0 }]) {
			expect(textsFor('overview', item).filter(text => text.includes('ends'))).toEqual([]);
		}
	});

	test('says which resources may be taken away, and how many restarts are left', () => {
		const texts = textsFor('overview', {
			UseOversoldResource: true,
			EnablePreemptibleJob: true,
			JobSpecs: [{ UseSpotInstance: true }],
			RestartTimes: '3/10',
		});
		expect(texts).toContain('  resources: idle resources of others, may be preempted, spot instances');
		expect(texts).toContain('  restarts left: 7 of 10');
	});

	test('begins with how the job stands and why, so that it is seen in four rows', () => {
		const texts = textsFor('overview', {
			...running,
			JobId: 'dlc1',
			DisplayName: 'n',
			Status: 'Failed',
			ReasonCode: 'JobFailed',
			ReasonMessage: 'no memory',
		});
		expect(texts.slice(0, 3)).toEqual(['  status: Failed', '  reason: JobFailed', '  message: no memory']);
	});

	test('says the cause in short below the status where a narrow pane has no room for the message, and nowhere else', () => {
		const cause = 'RuntimeError: DataLoader worker (pid 613) is killed by signal: Bus error';
		const ReasonMessage = `Pod dlc3s0br8s8ywxgr-master-0 exited with code 1: ${cause}. Shared memory may be too small`;
		const item = { Status: 'Failed', ReasonCode: 'JobFailed', ReasonMessage };
		expect(textsFor('overview', item, { width: 38 })).toEqual([
			'  status: Failed',
			'  why: exit 1: RuntimeError: DataLoader worker (pid 613) is killed…',
			'  reason: JobFailed',
			`  message: ${ReasonMessage}`,
		]);
		for (const [message, width] of [
			[ReasonMessage, 100],
			['no memory', 38],
		] as const) {
			const texts = textsFor('overview', { ...item, ReasonMessage: message }, { width });
			expect(texts.filter(text => text.includes('why'))).toEqual([]);
		}
	});

	test('hides secrets in the cause as well', () => {
		const ReasonMessage = `wget https://me:hunter2@host/x failed ${'again '.repeat(20)}`;
		expect(textsFor('overview', { ReasonMessage }, { width: 38 }).join('\n')).not.toContain('hunter2');
	});

	test('leaves out what did not come, with its heading', () => {
		expect(textsFor('overview', { JobId: 'dlc1', Username: null, Priority: '' })).toEqual(['  id: dlc1']);
	});

	test('begins with what could not be read', () => {
		expect(textsFor('overview', { JobId: 'dlc1', JobSpecs: 'none' })[0]).toMatch(/^JobSpecs: could not be read: /);
	});

	test('keeps a reason of several lines whole', () => {
		expect(textsFor('overview', { ReasonMessage: 'first\nsecond' })).toEqual(['  message: first', '  : second']);
	});
});
