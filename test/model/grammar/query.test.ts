import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryFrom } from '../../../source/model/from-parameters.ts';
import { printQuery, printWholeQuery } from '../../../source/model/grammar/from-query.ts';
import { parseQuery, scopeOf, withTerms } from '../../../source/model/grammar/to-query.ts';
import { defaultQuery, pageParameters, type Query } from '../../../source/model/query.ts';
import { dayMs } from '../../../source/model/window.ts';
import { failedStatuses, liveStatuses } from '../../../source/tables/statuses.ts';
import { noon } from '../../support/moves.ts';
import { someTerm } from './texts.ts';

const read = (text: string, base: Query = defaultQuery): Query => {
	const parsed = parseQuery(text, base, noon);
	if (!parsed.ok) {
		throw new Error(parsed.problem.message);
	}
	return parsed.value;
};
const asked = (text: string) => {
	const { StartTime, PageNumber, PageSize, SortBy, Order, ShowOwn, ...rest } = pageParameters(
		read(text),
		{ PageNumber: 1, PageSize: 50 },
		'',
		noon,
	);
	return rest;
};
const local = (text: string): string => printQuery({ ...defaultQuery, local: read(text).local });

describe('a filter as a query', () => {
	test.each<[string, object, string]>([
		['llm', { DisplayName: 'llm' }, ''],
		['llm pretrain', { DisplayName: 'llm' }, 'pretrain'],
		['dlc1k3b7x2m4f9qz', { JobId: 'dlc1k3b7x2m4f9qz' }, ''],
		['id:dlc1k3b7x2m4f9qz', { JobId: 'dlc1k3b7x2m4f9qz' }, ''],
		['id:dlc1', {}, 'id:dlc1'],
		['user:ali quota:a100', { Username: 'ali', ResourceQuotaName: 'a100' }, ''],
		['user:ali user:bob', { Username: 'ali' }, 'user:bob'],
		['user:ali,bob', {}, 'user:ali,bob'],
		['type:pytorch', { JobType: 'PyTorchJob' }, ''],
		['type:mpi', {}, 'type:mpi'],
		['-llm /x/i', {}, '-llm /x/i'],
		['gpu>=8 any:oom reason:OOM', {}, 'gpu>=8 any:oom reason:OOM'],
		['access:private', { Accessibility: 'PRIVATE' }, ''],
		['tag:a=b tag:c=d', { Tags: { a: 'b', c: 'd' } }, ''],
		['NumericRangeField:RequestGPU NumericRangeMin:8', { NumericRangeField: 'RequestGPU', NumericRangeMin: 8 }, ''],
		['status:fai', {}, 'status:fai'],
	])('%s', (text, parameters, rest) => {
		expect(asked(text)).toEqual(parameters);
		expect(local(text)).toBe(rest);
	});

	test.each<[string, readonly string[]]>([
		['status:Failed', ['Failed']],
		['status:failed', failedStatuses],
		['status:live', liveStatuses],
		['status:stopped,RUNNING', ['Stopped', 'Running']],
		['status-is:Weird,Odd', ['Weird', 'Odd']],
	])('%s asks for its statuses', (text, statuses) => {
		expect(read(text)).toMatchObject({ statuses, local: [] });
	});

	test('sets the scope only by a term of it', () => {
		const base = { ...defaultQuery, mine: false, window: { kind: 'last', ms: dayMs } as const };
		expect(read('llm', base)).toMatchObject({ mine: false, window: base.window });
		expect(read('mine:yes window:36h', base)).toMatchObject({ mine: true, window: { kind: 'last', ms: 1.5 * dayMs } });
	});

	test('names what contradicts itself', () => {
		expect(parseQuery('FromAllWorkspaces:true mine:no', defaultQuery, noon)).toMatchObject({ ok: false });
	});

	test('is printed as what reads back to the same query', () => {
		fc.assert(
			fc.property(fc.array(someTerm, { maxLength: 5 }), terms => {
				const query = withTerms(defaultQuery, terms);
				expect(read(printWholeQuery(query))).toEqual(query);
			}),
			{ numRuns: 1000 },
		);
	});

	test('is printed from the flags of any query', () => {
		const query = queryFrom({
			DisplayName: 'a "b" -c',
			Status: 'Failed,Odd',
			Username: '/x/',
			JobType: 'RayJob',
			ResourceId: '-x',
			Tags: { 'a b': 'c=d' },
			WorkspaceId: '268',
			ShowOwn: false,
			StartTime: '2026-11-01T00:00:00Z',
		});
		expect(read(printWholeQuery(query))).toEqual(query);
		expect(read(printQuery(query), scopeOf(query))).toEqual(query);
		expect(printQuery(query)).not.toMatch(/268|mine|window/);
	});
});
