import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../source/model/json.ts';
import { decodeListAnswer } from '../../source/model/list-answer.ts';
import sample from '../fixtures/listjobs.sample.json' with { type: 'json' };

const body: Json = sample;

const page = (json: Json) => {
	const decoded = decodeListAnswer(json);
	expect(decoded).toMatchObject({ ok: true });
	return decoded.ok ? decoded.value : undefined;
};

test('the sample of the API page is a page of one job out of two, as it came', () => {
	expect(page(body)).toMatchObject({
		TotalCount: 2,
		RequestId: '473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E',
		duplicates: 0,
		jobs: [{ JobId: 'dlc-20210126170216-mtl37ge7gkvdz', problems: [] }],
		sent: body,
	});
});

describe('an empty page', () => {
	test.each([
		[{ Jobs: [], TotalCount: 0 }],
		[{ Jobs: null, TotalCount: 0 }],
		[{ TotalCount: 0 }],
		[{ TotalCount: '0', RequestId: 'r' }],
		[{ Jobs: [], TotalCount: 683 }],
	])('is read from %j', json => {
		expect(page(json)).toMatchObject({ jobs: [], TotalCount: Number(json.TotalCount), sent: json });
	});
});

describe('a malformed answer', () => {
	test.each([
		[null, 'The answer of ListJobs is null, not an object.'],
		[[], 'The answer of ListJobs is a list, not an object.'],
		['<html>', 'The answer of ListJobs is text "<html>", not an object.'],
		[{}, 'The answer of ListJobs has no Jobs and no TotalCount.'],
		[{ Jobs: null, TotalCount: 3 }, 'The answer of ListJobs has no Jobs and TotalCount 3.'],
		[{ TotalCount: 'many' }, 'The answer of ListJobs has no Jobs and no TotalCount.'],
		[{ Jobs: {}, TotalCount: 0 }, 'Jobs in the answer of ListJobs is an object, not a list.'],
		[{ Jobs: 'none', TotalCount: 0 }, 'Jobs in the answer of ListJobs is text "none", not a list.'],
	])('says what came: %j', (json, message) => {
		expect(decodeListAnswer(json)).toMatchObject({ ok: false, problem: { kind: 'malformed-answer', message } });
	});

	test('carries its RequestId, where it has one', () => {
		expect(decodeListAnswer({ RequestId: 'r-1' })).toMatchObject({ problem: { RequestId: 'r-1' } });
		expect(decodeListAnswer({})).not.toHaveProperty('problem.RequestId');
	});
});

describe('the total', () => {
	test.each([
		['683', 683],
		[683, 683],
		[undefined, 2],
		[null, 2],
		[-1, 2],
		[1.5, 2],
		[['683'], 2],
		[0, 0],
	])('sent as %j over two jobs is %i', (TotalCount, total) => {
		const Jobs = [{ JobId: 'a' }, { JobId: 'b' }];
		expect(page(TotalCount === undefined ? { Jobs } : { Jobs, TotalCount })?.TotalCount).toBe(total);
	});
});

test('of jobs that came twice on a page the first stays, and the others are counted', () => {
	const Jobs = [
		{ JobId: 'a', Status: 'Running' },
		{ JobId: 'b' },
		{},
		{ JobId: 'a', Status: 'Failed' },
		{ JobId: '' },
		{ JobId: 'a' },
	];
	const decoded = page({ Jobs, TotalCount: 6 });
	expect(decoded?.jobs.map(({ key, Status }) => [key, Status])).toEqual([
		['a', 'Running'],
		['b', ''],
		['?3', ''],
		['?5', ''],
	]);
	expect(decoded?.duplicates).toBe(2);
	expect(decoded?.sent.Jobs).toEqual(Jobs);
});

test('new fields of the answer are kept, and nested ones are cut where they are too deep to show', () => {
	const deep: Json = JSON.parse('['.repeat(200) + ']'.repeat(200));
	const sent = page({ NextToken: 't', Jobs: [], TotalCount: 0, Extra: deep })?.sent;
	expect(Object.keys(sent ?? {})).toEqual(['NextToken', 'Jobs', 'TotalCount', 'Extra']);
	expect(JSON.stringify(sent?.Extra)).toContain('nested too deeply');
});

const anyJson: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 5 }).map(value => JSON.parse(JSON.stringify(value)));

test('a bad item never loses the others', () => {
	fc.assert(
		fc.property(fc.array(anyJson, { maxLength: 6 }), fc.nat(6), (bad, at) => {
			const items = [...bad.slice(0, at), { JobId: 'dlc1k3b7x2m4f9qz', Status: 'Running' }, ...bad.slice(at)];
			const decoded = page({ Jobs: items, TotalCount: items.length });
			expect(decoded?.jobs.find(({ JobId }) => JobId === 'dlc1k3b7x2m4f9qz')).toMatchObject({
				Status: 'Running',
				problems: [],
			});
			expect((decoded?.jobs.length ?? 0) + (decoded?.duplicates ?? 0)).toBe(items.length);
		}),
	);
});

test('nothing that JSON can hold makes decoding throw', () => {
	const envelope = fc.record({ Jobs: anyJson, TotalCount: anyJson, RequestId: anyJson }, { requiredKeys: [] });
	fc.assert(
		fc.property(fc.oneof(anyJson, envelope), json => {
			const decoded = decodeListAnswer(json);
			if (decoded.ok) {
				expect(Number.isSafeInteger(decoded.value.TotalCount)).toBe(true);
			} else {
				expect(decoded.problem.message).toMatch(/\.$/);
			}
		}),
	);
});
