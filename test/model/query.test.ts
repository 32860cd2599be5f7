import { describe, expect, test } from 'vitest';
import {
	countsOlder,
	defaultQuery,
	effectiveWindow,
	filterTerms,
	looksLikeJobId,
	olderParameters,
	pageParameters,
	type Query,
	windowIsWidened,
} from '../../source/model/query.ts';
import { dayMs, type TimeWindow } from '../../source/model/window.ts';
import { liveStatuses } from '../../source/tables/statuses.ts';
import { noon } from '../support/moves.ts';

const query = (more: Partial<Query>): Query => ({ ...defaultQuery, ...more });
const firstPage = { PageNumber: 1, PageSize: 50 };
const days = (count: number): TimeWindow => ({ kind: 'last', ms: count * dayMs });
const jobId = 'dlc1k3b7x2m4f9qz';

describe('the window', () => {
	test.each<[string, Partial<Query>, TimeWindow, boolean]>([
		['of any query is the service’s own 7 days', {}, days(7), false],
		['of one live status is 90 days', { statuses: ['Running'] }, days(90), true],
		['of all live statuses is 90 days', { statuses: liveStatuses }, days(90), true],
		['of live and ended statuses stays 7 days', { statuses: ['Running', 'Failed'] }, days(7), false],
		['of one job by its id is 90 days', { name: jobId }, days(90), true],
		['that the user set holds for live statuses, too', { statuses: ['Running'], window: days(1) }, days(1), false],
		[
			'that the user set to 90 days is not called widened',
			{ statuses: ['Running'], window: days(90) },
			days(90),
			false,
		],
	])('%s', (_, more, window, widened) => {
		expect(effectiveWindow(query(more))).toEqual(window);
		expect(windowIsWidened(query(more))).toBe(widened);
	});

	test.each<[TimeWindow | undefined, object]>([
		[undefined, { StartTime: '2026-11-02T12:00:00Z' }],
		[days(1), { StartTime: '2026-11-08T12:00:00Z' }],
		[
			{ kind: 'between', start: noon - dayMs, end: noon },
			{ StartTime: '2026-11-08T12:00:00Z', EndTime: '2026-11-09T12:00:00Z' },
		],
		[
			{ kind: 'between', start: undefined, end: noon },
			{ StartTime: '1970-01-01T00:00:00Z', EndTime: '2026-11-09T12:00:00Z' },
		],
	])('is always sent: %o', (window, expected) => {
		const { StartTime, EndTime } = pageParameters(query({ window }), firstPage, '', noon);
		expect(EndTime === undefined ? { StartTime } : { StartTime, EndTime }).toEqual(expected);
	});
});

describe('the word of the prompt', () => {
	test.each([
		[jobId, true],
		['DLC1K3B7X2M4F9QZ', true],
		['dlc-20210126170216-mtl37ge7gkvdz', true],
		['dlc1k3b7x2m4f9q', false],
		['dlc1k3b7x2m4f9qzz', false],
		['my dlc1k3b7x2m4f9qz', false],
		['dlc', false],
		['', false],
	])('%s is a JobId: %s', (word, expected) => {
		expect(looksLikeJobId(word)).toBe(expected);
	});

	test.each([
		[jobId, { JobId: jobId }],
		['llm', { DisplayName: 'llm' }],
		['', {}],
	])('%s is sent as %o', (name, expected) => {
		const { JobId, DisplayName } = pageParameters(query({ name }), firstPage, '', noon);
		expect({ ...(JobId ? { JobId } : {}), ...(DisplayName ? { DisplayName } : {}) }).toEqual(expected);
	});
});

test('a page asks with every filter, sort and its place', () => {
	const asked = query({
		name: 'llm',
		mine: false,
		sort: { by: 'Status', order: 'asc' },
		others: { Username: 'ali', Tags: { team: 'vision' } },
	});
	expect(pageParameters(asked, { PageNumber: 3, PageSize: 20 }, 'Failed', noon)).toEqual({
		DisplayName: 'llm',
		ShowOwn: false,
		SortBy: 'Status',
		Order: 'asc',
		Username: 'ali',
		Tags: { team: 'vision' },
		Status: 'Failed',
		StartTime: '2026-11-02T12:00:00Z',
		PageNumber: 3,
		PageSize: 20,
	});
});

describe('older live jobs', () => {
	test.each<[string, Partial<Query>, boolean]>([
		['are counted in the default view', {}, true],
		['are counted among the failed ones', { statuses: ['Failed'] }, true],
		['are counted where the user set the window', { statuses: ['Running'], window: days(1) }, true],
		['are not counted where dlctop widened the window', { statuses: ['Running'] }, false],
		[
			'are not counted where the window has no beginning',
			{ window: { kind: 'between', start: undefined, end: 5 } },
			false,
		],
	])('%s', (_, more, expected) => {
		expect(countsOlder(query(more))).toBe(expected);
	});

	test('are asked for with the filters of the view, and end where its window begins', () => {
		const asked = query({ name: 'llm', mine: false, statuses: ['Failed'], others: { WorkspaceId: '268' } });
		expect(olderParameters(asked, 'Running', noon)).toEqual({
			DisplayName: 'llm',
			WorkspaceId: '268',
			ShowOwn: false,
			Status: 'Running',
			StartTime: '1970-01-01T00:00:00Z',
			EndTime: '2026-11-02T11:59:59Z',
			PageNumber: 1,
			PageSize: 1,
		});
		expect(
			olderParameters(query({ window: { kind: 'between', start: undefined, end: 5 } }), 'Running', noon),
		).toBeUndefined();
	});
});

test('the filters in words leave out what the first line says already', () => {
	const asked = query({
		name: 'llm',
		statuses: ['Failed', 'FailedReserving'],
		others: { WorkspaceId: '268', Username: 'ali', Tags: { a: 'b' } },
	});
	expect(filterTerms(asked)).toEqual(['name:llm', 'failed only', 'Username:ali', 'Tags:{"a":"b"}']);
	expect(filterTerms(query({ name: jobId, statuses: liveStatuses }))).toEqual([`id:${jobId}`, 'live only']);
	expect(filterTerms(query({ statuses: ['Running', 'Failed'] }))).toEqual(['status:Running,Failed']);
	expect(filterTerms(defaultQuery)).toEqual([]);
});
