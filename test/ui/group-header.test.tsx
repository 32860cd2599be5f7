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
