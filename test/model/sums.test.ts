import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile } from '../../source/model/percentile.ts';
import { sumsParts } from '../../source/model/select/sums.ts';
import { gpuHoursWords, sumsOf } from '../../source/model/sums.ts';
import { tallyOf } from '../../source/model/tally.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { noon, showing } from '../support/moves.ts';

const ran = (id: string, Status: string, RequestGPU: string) =>
	namedJob(id, {
		Status,
		RequestGPU,
		GmtSubmittedTime: '2026-11-09T09:50:00Z',
		GmtRunningTime: '2026-11-09T10:00:00Z',
		...(Status === 'Running' ? {} : { GmtFinishTime: '2026-11-09T10:30:00Z' }),
	});
const jobs = [ran('dlc1', 'Running', '8'), ran('dlc2', 'Failed', '4'), ran('dlc3', 'Succeeded', '2')];

test('GPU-hours are GPUs times run time, waits are percentiles, and failures are a share of what ended', () => {
	expect(sumsOf(tallyOf(jobs), noon)).toMatchObject({
		running: 8,
		gpuHours: 8 * 2 + 4 * 0.5 + 2 * 0.5,
		waitMedianMs: 600_000,
		waitLongMs: 600_000,
		failedShare: 0.5,
	});
});

test('of no jobs nothing is claimed', () => {
	expect(sumsOf(tallyOf([]), noon)).toEqual({
		running: 0,
		queued: 0,
		held: 0,
		gpuHours: 0,
		waitMedianMs: undefined,
		waitLongMs: undefined,
		failedShare: undefined,
	});
	expect(sumsParts(aState())).toEqual([]);
});

test('sums of a part of the jobs say so', () => {
	expect(sumsParts(showing(jobs))).toEqual(['19 GPU-h', 'wait p50 10m p90 10m', 'failed 50 % of ended']);
	expect(sumsParts(showing(jobs, aState(), 4))).toEqual([
		'19 GPU-h here',
		'wait here p50 10m p90 10m',
		'failed here 50 % of ended',
	]);
});

test.each([
	[0.27, '0.2 GPU-h'],
	[19.9, '19 GPU-h'],
	[9999, '9999 GPU-h'],
	[12_345, '12k GPU-h'],
])('%d hours read %s', (gpuHours, words) => {
	expect(gpuHoursWords({ ...sumsOf(tallyOf([]), noon), gpuHours })).toBe(words);
});

test('a percentile is one of the values, and as many as asked for do not exceed it', () => {
	const values = fc.array(fc.nat(50), { minLength: 1 });
	fc.assert(
		fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
			const found = percentile(some, share) ?? -1;
			expect(some).toContain(found);
			expect(some.filter(value => value <= found).length).toBeGreaterThanOrEqual(some.length * share);
			expect(some.filter(value => value < found).length).toBeLessThanOrEqual(Math.max(0, some.length * share));
		}),
	);
});
