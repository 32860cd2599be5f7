import { afterEach, expect, test } from 'vitest';
import { displayWidth } from '../../source/text/width.ts';
import { cleanup, show } from '../support/ink.tsx';
import { aState, namedJob } from '../support/jobs.ts';
import { pressAll, showing } from '../support/moves.ts';

afterEach(cleanup);

const oom = 'OutOfMemory in the container, which took more than its limit';
const jobs = ['dlc1', 'dlc2'].map(id => namedJob(id, { Status: 'Failed', ReasonCode: oom, RequestGPU: '5120' }));
const lines = (columns: number, keys: readonly string[]): readonly string[] =>
	show(pressAll(showing(jobs, { ...aState(), size: { columns, rows: 12 } }), keys).state).lines();

test('the header of a group keeps half of the line for what its jobs share, and gives up its last figures for it', () => {
	expect(lines(40, ['z'])[3]).toBe('  - Failed  2 jobs · 10240 GPUs');
	expect(lines(40, ['z', 'z'])[3]).toBe('  - OutOfMemory in the containe…  2 jobs');
	expect(lines(72, ['z', 'z'])[3]).toMatch(
		/^ {2}- OutOfMemory in the container, which took more … {2}2 jobs · 10240 GPUs$/,
	);
	expect(lines(120, ['z', 'z'])[3]).toMatch(/^ {2}- .* its limit {2}2 jobs · 10240 GPUs · newest \S+ ago$/);
	for (const columns of [40, 61, 80, 120, 200]) {
		expect(displayWidth(lines(columns, ['z', 'z'])[3] ?? '')).toBeLessThanOrEqual(columns);
	}
});

test('the last line says whole what the jobs of the selected group share', () => {
	expect(lines(80, ['z', 'z', 'g']).at(-1)).toContain(oom);
});

test.each([60, 80, 120])('groups of images that begin and end alike can be told apart at %d columns', columns => {
	const images = [
		'dsw-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai/pytorch-training:2.6.0-gpu-py312-cu126-ubuntu22.04',
		'dsw-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai/pytorch-training:2.1.2-gpu-py310-cu121-ubuntu22.04',
		'dsw-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai/tensorflow-training:2.17.0-gpu-py311-cu124-ubuntu22.04',
		'acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai/tensorflow-training:2.17.0-gpu-py311-cu124-ubuntu22.04',
	];
	const some = images.map((UserImage, index) => namedJob(`dlc${index}`, { JobSpecs: [{ Image: UserImage }] }));
	const keys = ['z', 'z', 'z', 'z', 'z', 'z', 'z', 'Z'];
	const shown = show(pressAll(showing(some, { ...aState(), size: { columns, rows: 12 } }), keys).state).lines();
	const titles = shown.slice(3, 7).map(line => line.replace(/ {2}1 job.*/, '').slice(4));
	expect(new Set(titles).size).toBe(4);
	for (const line of shown) {
		expect(displayWidth(line)).toBeLessThanOrEqual(columns);
	}
});
