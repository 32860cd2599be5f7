import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeJob } from '../../source/model/decode-job.ts';
import { boundDepth, type Json, type JsonObject } from '../../source/model/json.ts';
import sample from '../fixtures/listjobs.sample.json' with { type: 'json' };

const fixture: Json = sample.Jobs[0] ?? null;
const sampleItem: JsonObject = sample.Jobs[0] ?? {};

describe('the sample of the API page', () => {
	const job = decodeJob(fixture, 0);

	test('is a row with every value as it came, contradictions and all', () => {
		expect(job).toMatchObject({
			key: 'dlc-20210126170216-mtl37ge7gkvdz',
			JobId: 'dlc-20210126170216-mtl37ge7gkvdz',
			DisplayName: 'tf-mnist-test',
			Status: 'Stopped',
			SubStatus: 'Restarting',
			ReasonCode: 'JobStoppedByUser',
			JobType: 'TFJob',
			Username: 'pai-dlc-role',
			WorkspaceId: '268',
			ResourceQuotaName: 'test',
			Priority: 1,
			restarts: { used: 1, limit: undefined },
			gpus: 1,
			gpuType: 'Tesla-V100-16G',
			nodes: 1,
			GmtCreateTime: Date.UTC(2021, 0, 12, 14, 35, 1),
			GmtFinishTime: Date.UTC(2021, 0, 12, 15, 36, 8),
			JobMaxRunningTimeMinutes: 1,
			problems: [],
		});
		expect(job.image).toMatch(/^registry\.cn-hangzhou.*ubuntu16\.04$/);
	});

	test('is kept as it was sent', () => {
		expect(job.sent).toBe(fixture);
	});
});

describe('a bad item', () => {
	const nothing = { expected: 'an object', path: '' };
	test.each([
		[null, 'null'],
		['', 'text ""'],
		[7, 'the number 7'],
		[[], 'a list'],
		['job', 'text'],
		[false, 'false'],
	])('is a row that says so: %j', (sent, found) => {
		expect(decodeJob(sent, 4)).toMatchObject({
			key: '?5',
			JobId: '',
			Status: '',
			gpus: undefined,
			problems: [{ ...nothing, found }],
			sent,
		});
	});

	test('keeps what could be read beside what could not', () => {
		const job = decodeJob(
			{
				JobId: 'dlc1k3b7x2m4f9qz',
				Status: 'Hibernating',
				JobSpecs: 'PS:2,Worker:8',
				Priority: 'high',
				GmtCreateTime: 'yesterday',
				GmtFinishTime: 'null',
				RestartTimes: 'often',
				RequestGPU: 'many',
				NodeCount: '3',
			},
			0,
		);
		expect(job).toMatchObject({ key: 'dlc1k3b7x2m4f9qz', Status: 'Hibernating', nodes: 3, restarts: undefined });
		expect(job.problems.map(({ path, found }) => `${path}: ${found}`)).toEqual([
			'JobSpecs: text',
			'Priority: text "high"',
			'RequestGPU: text "many"',
			'RestartTimes: text "often"',
			'GmtCreateTime: text "yesterday"',
		]);
	});

	test('nested without end is cut with a mark, and still is a row', () => {
		const depth = 5000;
		const sent: Json = JSON.parse(`{"JobId":"dlc1","Envs":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`);
		const job = decodeJob(sent, 0);
		expect(job.JobId).toBe('dlc1');
		expect(JSON.stringify(job.sent)).toContain('nested too deeply');
	});
});

describe('a time', () => {
	const at = (GmtCreateTime: Json) => decodeJob({ GmtCreateTime }, 0).GmtCreateTime;
	test.each([
		['2026-11-23T14:03:27Z', Date.UTC(2026, 10, 23, 14, 3, 27)],
		['2026-11-23T14:03:27.250Z', Date.UTC(2026, 10, 23, 14, 3, 27, 250)],
		['2026-11-23T22:03:27+08:00', Date.UTC(2026, 10, 23, 14, 3, 27)],
		['2026-11-23T14:03Z', Date.UTC(2026, 10, 23, 14, 3)],
		['2026-11-23 14:03:27', undefined],
		['2026-99-23T14:03:27Z', undefined],
		['null', undefined],
		[null, undefined],
		['', undefined],
	])('%j is %s', (text, ms) => {
		expect(at(text)).toBe(ms);
	});
});

test.each([
	['1', { used: 1, limit: undefined }],
	['0/10', { used: 0, limit: 10 }],
	[3, { used: 3, limit: undefined }],
	['', undefined],
])('restarts of %j are %j', (RestartTimes, restarts) => {
	expect(decodeJob({ RestartTimes }, 0).restarts).toEqual(restarts);
});

test('the first role that names one gives the image and the GPU type', () => {
	const JobSpecs = [{ Type: 'PS' }, { Image: 'first', ResourceConfig: { GPUType: 'H20' } }, { Image: 'second' }];
	expect(decodeJob({ JobSpecs }, 0)).toMatchObject({ image: 'first', gpuType: 'H20' });
	expect(decodeJob({}, 0)).toMatchObject({ image: '', gpuType: '' });
});

/** Replaces one value somewhere in the sample: each step chooses a child, until there is none. */
const mutated = (json: Json, steps: readonly number[], by: Json): Json => {
	const [step, ...rest] = steps;
	if (step === undefined || typeof json !== 'object' || json === null) {
		return by;
	}
	const entries = Object.entries(json);
	const [name, child] = entries[step % Math.max(1, entries.length)] ?? [];
	if (name === undefined || child === undefined) {
		return by;
	}
	const changed = { ...json, [name]: mutated(child, rest, by) };
	return Array.isArray(json) ? Object.values(changed) : changed;
};

const anyJson: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 5 }).map(value => JSON.parse(JSON.stringify(value)));

test('nothing that JSON can hold makes decoding throw, and what was sent stays what it was', () => {
	fc.assert(
		fc.property(anyJson, fc.nat(200), (sent, index) => {
			const job = decodeJob(sent, index);
			expect(job.sent).toBe(boundDepth(sent));
			expect(job.key).toBe(job.JobId === '' ? `?${index + 1}` : job.JobId);
		}),
	);
});

test('one spoilt value in an item costs at most that value and what holds it', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 8 }), anyJson, (steps, by) => {
			const sent = mutated(sampleItem, steps, by);
			const job = decodeJob(sent, 0);
			const [spoilt = ''] = Object.keys(sampleItem).filter(
				(_, at) => at === (steps[0] ?? 0) % Object.keys(sampleItem).length,
			);
			const whole = decodeJob(sampleItem, 0);
			for (const name of ['JobId', 'DisplayName', 'Status', 'UserId', 'GmtCreateTime', 'restarts'] as const) {
				if (spoilt !== (name === 'restarts' ? 'RestartTimes' : name)) {
					expect(job[name]).toEqual(whole[name]);
				}
			}
			expect(job.problems.every(({ path }) => path.startsWith(spoilt))).toBe(true);
		}),
	);
});
