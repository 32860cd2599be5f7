import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../source/model/json.ts';
import { answer, ever, everything, idsOf, page } from './asking.ts';
import { day, hour, start } from './moments.ts';
import { textOf } from './reading.ts';

const bob = '204419873305512068';

describe('the order', () => {
	const keyOf = (SortBy: string, item: JsonObject): string => String(item[SortBy] ?? '');

	it.each(
		['DisplayName', 'JobType', 'Status', 'GmtCreateTime', 'GmtFinishTime'].flatMap(SortBy =>
			['asc', 'desc', undefined].map(Order => [SortBy, Order] as const),
		),
	)('by %s %s is total: ties go up by JobId', (SortBy, Order) => {
		const asked = { ...ever, UserIdForFilter: bob, SortBy, ...(Order === undefined ? {} : { Order }) };
		const keys = everything(asked).map(item => [keyOf(SortBy, item), textOf(item, 'JobId')] as const);
		const sign = Order === 'asc' ? 1 : -1;
		for (const [index, [key, id]] of keys.entries()) {
			const [next, nextId] = keys[index + 1] ?? [key, '~'];
			expect(key === next ? id < nextId : sign * (key < next ? -1 : 1) < 0).toBe(true);
		}
		expect(keys.length).toBeGreaterThan(40);
	});
});

describe('paging', () => {
	it('yields TotalCount jobs, each once, at any instant and for any query', () => {
		const query = fc.record(
			{
				Status: fc.constantFrom('Running', 'Failed', 'Queuing', 'Succeeded'),
				SortBy: fc.constantFrom('DisplayName', 'JobType', 'Status', 'GmtCreateTime', 'GmtFinishTime'),
				Order: fc.constantFrom('asc', 'desc'),
				ShowOwn: fc.constantFrom('true', 'false'),
				WorkspaceId: fc.constantFrom('268', '1042', '2077'),
				JobType: fc.constantFrom('PyTorchJob', 'TFJob'),
			},
			{ requiredKeys: [] },
		);
		const size = fc.integer({ min: 20, max: 100 });
		fc.assert(
			fc.property(query, size, fc.integer({ min: -20 * day, max: day }), (given, PageSize, offset) => {
				const asked = Object.fromEntries(Object.entries({ ...given, PageSize: String(PageSize) }));
				const ids: string[] = [];
				const { TotalCount } = page(asked, start + offset);
				for (let PageNumber = 1; ids.length < TotalCount; PageNumber += 1) {
					const { Jobs } = page({ ...asked, PageNumber: String(PageNumber) }, start + offset);
					expect(Jobs).toHaveLength(Math.min(PageSize, TotalCount - ids.length));
					ids.push(...idsOf(Jobs));
				}
				expect(new Set(ids).size).toBe(TotalCount);
			}),
			{ numRuns: 60 },
		);
	});

	it('gives an empty page beyond the last one, with the same count', () => {
		const { Jobs, TotalCount } = page({ PageNumber: '1000', PageSize: '100' });
		expect(Jobs).toEqual([]);
		expect(TotalCount).toBe(page({}).TotalCount);
	});

	it('counts more jobs as they arrive', () => {
		expect(page({}, start + hour).TotalCount).toBeGreaterThan(page({}).TotalCount + 60);
	});
});

describe('a bad value', () => {
	it.each([
		['PageSize', ['0', '101', '-1', '1.5', 'ten', '1e1', ' 5']],
		['PageNumber', ['0', '1001', 'x']],
		['Order', ['up', 'DESC']],
		['SortBy', ['Duration', 'gmtCreateTime']],
		['ShowOwn', ['yes', 'True', '1']],
		['FromAllWorkspaces', ['0']],
		['StartTime', ['7d', '2026-11-23', '2026-11-23T14:00:00', '2026-11-23T14:00:00+08:00', '2026-02-30T00:00:00Z']],
		['EndTime', ['now']],
		['TimeRangeField', ['CreateTime']],
		['Accessibility', ['public']],
		['OversoldInfo', ['AcceptQuotaOverSold']],
		['PaymentType', ['Free']],
		['DisplayNameSearchMode', ['regex']],
		['EnableAssignNode', ['maybe']],
		['DisplayName', ['x'.repeat(1_025)]],
		['JobType', ['x'.repeat(33)]],
		['Status', ['x'.repeat(201)]],
		['Tags', ['team=nlp', '[]', '"team"', 'null', '{"team":1}', '{"team":{}}']],
		['NumericRangeField', ['RequestGPU', 'Luck']],
		['NumericRangeMin', ['8']],
		['NumericRangeMax', ['8']],
	])('of %s is refused, by name', (name, values) => {
		for (const value of values) {
			expect(answer({ [name]: value })).toMatchObject({
				ok: false,
				problem: { status: 400, Code: 'InvalidParameter' },
			});
		}
		const given = answer({ [name]: values[0] ?? '' });
		expect(given.ok ? '' : given.problem.Message).toMatch(
			name.startsWith('NumericRange') ? /NumericRange/ : new RegExp(name),
		);
	});

	it('of a range is refused when it is no whole number', () => {
		for (const bad of ['8.5', 'many']) {
			const asked = { NumericRangeField: 'RequestGPU', NumericRangeMax: '64', NumericRangeMin: bad };
			expect(answer(asked).ok).toBe(false);
		}
	});
});
