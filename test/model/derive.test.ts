import { describe, expect, test } from 'vitest';
import { ageMs, countOf, gpusRequested, nodesOf, queueWaitMs, runTimeMs } from '../../source/model/derive.ts';
import { statuses } from '../../source/tables/statuses.ts';

type Times = Parameters<typeof ageMs>[0];

const job = (given: Partial<Times>): Times => ({
	Status: '',
	GmtCreateTime: undefined,
	GmtSubmittedTime: undefined,
	GmtRunningTime: undefined,
	GmtFinishTime: undefined,
	...given,
});
const now = 100_000;

describe('the run time', () => {
	test.each([
		['of an active job grows', { Status: 'Running', GmtRunningTime: 40_000 }, 60_000],
		['of a restarting job grows', { Status: 'Restarting', GmtRunningTime: 40_000 }, 60_000],
		['of an ended job stands', { Status: 'Failed', GmtRunningTime: 40_000, GmtFinishTime: 70_000 }, 30_000],
		['of a held job stands', { Status: 'SucceededReserving', GmtRunningTime: 1, GmtFinishTime: 5 }, 4],
		['of a job that ended at once is nothing', { Status: 'Failed', GmtRunningTime: 7, GmtFinishTime: 7 }, 0],
		['is unknown before it runs', { Status: 'Queuing', GmtCreateTime: 1 }, undefined],
		['is unknown for a job sent back to the queue', { Status: 'Queuing', GmtRunningTime: 40_000 }, undefined],
		['is unknown when an ended job has no end', { Status: 'Stopped', GmtRunningTime: 40_000 }, undefined],
		['is unknown for an unknown status without an end', { Status: 'Dreaming', GmtRunningTime: 40_000 }, undefined],
		['is unknown when it never ran', { Status: 'Failed', GmtFinishTime: 70_000 }, undefined],
		['is unknown when it ended before it began', { Status: 'Failed', GmtRunningTime: 9, GmtFinishTime: 8 }, undefined],
		['is nothing when our clock is behind', { Status: 'Running', GmtRunningTime: now + 3000 }, 0],
	])('%s', (_, given, ms) => {
		expect(runTimeMs(job(given), now)).toBe(ms);
	});
});

describe('the queue wait', () => {
	test.each([
		['grows in the queue', { Status: 'Queuing', GmtCreateTime: 10_000, GmtSubmittedTime: 20_000 }, 80_000],
		['begins at the creation without a submission', { Status: 'Bidding', GmtCreateTime: 10_000 }, 90_000],
		['ends when the job first runs', { Status: 'Queuing', GmtSubmittedTime: 10_000, GmtRunningTime: 15_000 }, 5000],
		['ends with a job that never ran', { Status: 'Stopped', GmtSubmittedTime: 10_000, GmtFinishTime: 15_000 }, 5000],
		['is unknown when nothing was submitted', { Status: 'Queuing' }, undefined],
		['is unknown when a job ended at no known time', { Status: 'Failed', GmtSubmittedTime: 10_000 }, undefined],
		['is unknown when it ran before it was submitted', { GmtSubmittedTime: 9, GmtRunningTime: 8 }, undefined],
	])('%s', (_, given, ms) => {
		expect(queueWaitMs(job(given), now)).toBe(ms);
	});
});

test('the age runs from the creation, whatever the status, and is never negative', () => {
	expect(ageMs(job({ GmtCreateTime: 40_000 }), now)).toBe(60_000);
	expect(ageMs(job({ GmtCreateTime: now + 1 }), now)).toBe(0);
	expect(ageMs(job({}), now)).toBeUndefined();
});

test('no span is ever negative, in any status, in any order of times', () => {
	const instants = [undefined, 0, 99_999, 100_001];
	const spans = Object.keys(statuses).flatMap(Status =>
		instants.flatMap(GmtCreateTime =>
			instants.flatMap(GmtRunningTime =>
				instants.flatMap(GmtFinishTime =>
					[ageMs, runTimeMs, queueWaitMs].map(span =>
						span(job({ Status, GmtCreateTime, GmtRunningTime, GmtFinishTime }), now),
					),
				),
			),
		),
	);
	expect(spans.length).toBeGreaterThan(3000);
	expect(spans.filter(span => span !== undefined && !(span >= 0))).toEqual([]);
});

describe('the GPUs requested', () => {
	const spec = (PodCount: number, GPU: string) => ({ PodCount, ResourceConfig: { GPU } });
	test.each([
		['are what the job says', { RequestGPU: '16', JobSpecs: [spec(1, '1')] }, 16],
		['may be none', { RequestGPU: '0' }, 0],
		['are else summed over the roles', { JobSpecs: [spec(2, '8'), spec(1, '0.5'), { PodCount: 3 }] }, 16.5],
		['are summed as well when what the job says is no count', { RequestGPU: 'many', JobSpecs: [spec(2, '8')] }, 16],
		['of a role without pods or with a negative count do not count', { JobSpecs: [spec(-1, '8'), spec(2, '1')] }, 2],
		[
			'are unknown where neither can be told',
			{ JobSpecs: [{ PodCount: 2 }, { ResourceConfig: { GPU: '8' } }] },
			undefined,
		],
		['are unknown where nothing came', {}, undefined],
	])('%s', (_, item, gpus) => {
		expect(gpusRequested(item)).toBe(gpus);
	});
});

test.each([
	['what the job says', { NodeCount: '4', NodeNames: ['a'] }, 4],
	['else how many are named', { NodeNames: ['a', 'b'], JobSpecs: [{ PodCount: 9 }] }, 2],
	['else the pods', { NodeNames: [], JobSpecs: [{ PodCount: 1 }, { PodCount: 8 }, {}] }, 9],
	['else unknown', {}, undefined],
])('the nodes are %s', (_, item, nodes) => {
	expect(nodesOf(item)).toBe(nodes);
});

test.each([
	['8', 8],
	[' 0.5', 0.5],
	['', undefined],
	['-1', undefined],
	['1e9', undefined],
	['8Gi', undefined],
	[undefined, undefined],
])('the text %j counts %s', (text, count) => {
	expect(countOf(text)).toBe(count);
});
