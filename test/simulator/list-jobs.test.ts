import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../source/model/json.ts';
import { plainItemAt } from '../../source/simulator/item.ts';
import { gmt } from '../../source/simulator/time.ts';
import fixture from '../fixtures/listjobs.params.json' with { type: 'json' };
import { type Asked, answer, ever, everything, idsOf, page } from './asking.ts';
import { day, minute, start, world } from './moments.ts';
import { textOf } from './reading.ts';

const inDefaultWorkspace = world
	.jobsAt(start)
	.filter(({ spec }) => spec.workspace.WorkspaceId === '268')
	.map(job => plainItemAt(job, start));
const part = (value: Json | undefined, name: string): Json | undefined =>
	isJsonObject(value) ? value[name] : undefined;
const setting = (item: JsonObject, name: string): Json | undefined => part(item.Settings, name);
const someId = textOf(inDefaultWorkspace[700] ?? {}, 'JobId');
const anotherId = textOf(inDefaultWorkspace[900] ?? {}, 'JobId');
const someUserId = textOf(inDefaultWorkspace.find(item => item.Username === 'bob') ?? {}, 'UserId');
const withPipeline = inDefaultWorkspace.find(item => setting(item, 'PipelineId') !== '') ?? {};
const withBusiness = inDefaultWorkspace.find(item => setting(item, 'BusinessUserId') !== '') ?? {};
const sevenDaysAgo = gmt(start - 7 * day);
const has = (text: string, words: readonly string[]): boolean => words.every(word => text.toLowerCase().includes(word));

/** What a job has to be for a query, told by the item it is sent as. */
const meanings: readonly (readonly [asked: Asked, wanted: (item: JsonObject) => boolean])[] = [
	[{ Accessibility: 'PRIVATE' }, item => item.Accessibility === 'PRIVATE'],
	[
		{ BusinessUserId: String(setting(withBusiness, 'BusinessUserId')) },
		item => setting(item, 'BusinessUserId') === setting(withBusiness, 'BusinessUserId'),
	],
	[{ Caller: 'SilkFlow' }, item => setting(item, 'Caller') === 'SilkFlow'],
	[{ DisplayName: 'LLAMA3' }, item => has(textOf(item, 'DisplayName'), ['llama3'])],
	[{ DisplayName: '中文' }, item => textOf(item, 'DisplayName').includes('中文')],
	[{ DisplayName: 'llama*' }, () => false],
	[{ DisplayName: 'eval', DisplayNameSearchMode: 'wildcard' }, item => has(textOf(item, 'DisplayName'), ['eval'])],
	[{ EnableAssignNode: 'true' }, item => JSON.stringify(item.JobSpecs).includes('"EnableAssignNode":true')],
	[{ EndTime: sevenDaysAgo }, item => textOf(item, 'GmtCreateTime') <= sevenDaysAgo],
	[{ StartTime: sevenDaysAgo }, item => textOf(item, 'GmtCreateTime') >= sevenDaysAgo],
	[
		{ StartTime: sevenDaysAgo, TimeRangeField: 'GmtFinishTime' },
		item => item.GmtFinishTime !== undefined && textOf(item, 'GmtFinishTime') >= sevenDaysAgo,
	],
	[{ ImageSearch: 'Tensorflow cu124' }, item => has(JSON.stringify(item.JobSpecs), ['tensorflow', 'cu124'])],
	[{ JobId: someId.slice(3, 9).toUpperCase() }, item => textOf(item, 'JobId').includes(someId.slice(3, 9))],
	[
		{ JobIds: `${someId}, ${anotherId.toUpperCase()},dlc0` },
		item => [someId, anotherId].includes(textOf(item, 'JobId')),
	],
	[{ JobId: someId, JobIds: anotherId }, item => item.JobId === someId],
	[{ JobType: 'TFJob' }, item => item.JobType === 'TFJob'],
	[{ JobType: 'tfjob' }, () => false],
	[{ NumericRangeField: 'RequestGPU', NumericRangeMin: '8' }, item => Number(item.RequestGPU) >= 8],
	[{ NumericRangeField: 'RequestGPU', NumericRangeMax: '0' }, item => item.RequestGPU === '0'],
	[
		{ NumericRangeField: 'Priority', NumericRangeMin: '3', NumericRangeMax: '5' },
		item => Number(item.Priority) >= 3 && Number(item.Priority) <= 5,
	],
	[{ NumericRangeField: 'Duration', NumericRangeMin: '86400' }, item => Number(item.Duration) >= 86_400],
	[
		{ NumericRangeField: 'RestartTimes', NumericRangeMin: '3' },
		item => Number(textOf(item, 'RestartTimes').split('/')[0]) >= 3,
	],
	[{ OversoldInfo: 'ForceQuotaOverSold' }, item => setting(item, 'OversoldType') === 'ForceQuotaOverSold'],
	[
		{ OversoldInfo: 'AcceptQuotaOverSold-true' },
		item => setting(item, 'OversoldType') === 'AcceptQuotaOverSold' && item.UseOversoldResource === true,
	],
	[
		{ OversoldInfo: 'AcceptQuotaOverSold-false' },
		item => setting(item, 'OversoldType') === 'AcceptQuotaOverSold' && item.UseOversoldResource === false,
	],
	[{ PaymentType: 'Spot' }, item => item.EnablePreemptibleJob === true],
	[{ PaymentType: 'PostPaid' }, item => item.ResourceId === '' && item.EnablePreemptibleJob === false],
	[{ PaymentType: 'PrePaid' }, item => item.ResourceId !== ''],
	[
		{ PipelineId: String(setting(withPipeline, 'PipelineId')) },
		item => setting(item, 'PipelineId') === setting(withPipeline, 'PipelineId'),
	],
	[{ ReasonSearch: 'cuda out of memory' }, item => has(textOf(item, 'ReasonMessage'), ['cuda', 'out', 'of memory'])],
	[{ ReasonSearch: 'cud' }, () => false],
	[{ ResourceId: 'quota1llmk7x2m9f' }, item => item.ResourceId === 'quota1llmk7x2m9f'],
	[
		{ ResourceIds: 'quota1llmk7x2m9f,quota3sharedv5b1' },
		item => ['quota1llmk7x2m9f', 'quota3sharedv5b1'].includes(textOf(item, 'ResourceId')),
	],
	[{ ResourceQuotaName: 'LLM-' }, item => textOf(item, 'ResourceQuotaName').startsWith('llm-')],
	[{ Status: 'Running' }, item => item.Status === 'Running'],
	[{ Status: 'Running,Queuing' }, () => false],
	[{ Status: 'running' }, () => false],
	[
		{ Tags: '{"project":"llm-sft","team":"nlp"}' },
		item => JSON.stringify(setting(item, 'Tags')) === '{"project":"llm-sft","team":"nlp"}',
	],
	[{ Tags: '{"team":"算法"}' }, item => part(setting(item, 'Tags'), 'team') === '算法'],
	[{ Tags: '{"toString":"x"}' }, () => false],
	[{ Tags: '{}' }, () => true],
	[{ TemplateId: 'tmsweep01' }, item => item.TemplateId === 'tmsweep01'],
	[{ UserCommandSearch: 'TORCHRUN finetune' }, item => has(textOf(item, 'UserCommand'), ['torchrun', 'finetune.py'])],
	[{ UserIdForFilter: someUserId }, item => item.UserId === someUserId],
	[{ Username: 'A' }, item => has(textOf(item, 'Username'), ['a'])],
	[{ Username: '王' }, item => item.Username === '王芳'],
	[{ ShowOwn: 'true' }, item => item.Username === 'alice'],
	[{ WorkspaceId: '268' }, () => true],
];

it.each(meanings)('finds exactly the jobs that %j means', (asked, wanted) => {
	const expected = idsOf(inDefaultWorkspace.filter(wanted));
	const found = everything({ ...ever, ...asked }).map(item => textOf(item, 'JobId'));
	expect([...found].sort()).toEqual([...expected].sort());
});

it('has a table above that asks mostly for jobs that exist', () => {
	const empty = meanings.filter(([, wanted]) => !inDefaultWorkspace.some(wanted));
	expect(empty.map(([asked]) => Object.keys(asked)[0])).toEqual([
		'DisplayName',
		'JobType',
		'ReasonSearch',
		'Status',
		'Status',
		'Tags',
	]);
});

describe('what is not asked for', () => {
	const created = (items: readonly JsonObject[]): readonly number[] =>
		items.map(item => Date.parse(textOf(item, 'GmtCreateTime')));

	it('is ten of the own jobs of the default workspace, created in the last seven days, newest first', () => {
		const { Jobs, TotalCount } = page({});
		expect(Jobs).toHaveLength(10);
		expect(created(Jobs)).toEqual([...created(Jobs)].sort((a, b) => b - a));
		const mine = inDefaultWorkspace.filter(
			item => item.Username === 'alice' && textOf(item, 'GmtCreateTime') >= sevenDaysAgo,
		);
		expect(TotalCount).toBe(mine.length);
	});

	it('moves with the clock: the window ends now and begins seven days before', () => {
		const later = start + 2 * day;
		const times = created(
			everything({}, later).filter(
				item => typeof item.GmtCreateTime === 'string' && item.GmtCreateTime !== 'yesterday',
			),
		);
		expect(Math.min(...times)).toBeGreaterThanOrEqual(later - 7 * day);
		expect(Math.max(...times)).toBeGreaterThan(later - 10 * minute);
	});

	it('stays out even when JobId names it: the window holds for every query', () => {
		const old = textOf(inDefaultWorkspace[0] ?? {}, 'JobId');
		expect(page({ JobId: old, ShowOwn: 'false' }).TotalCount).toBe(0);
		expect(page({ ...ever, JobId: old }).TotalCount).toBe(1);
	});
});

describe('the scope', () => {
	it('with FromAllWorkspaces is all own jobs', () => {
		const jobs = everything({ FromAllWorkspaces: 'true', StartTime: ever.StartTime });
		const own = world.jobsAt(start).filter(({ spec }) => spec.user.Username === 'alice');
		expect(jobs).toHaveLength(own.length);
		expect(new Set(own.map(({ spec }) => spec.workspace.WorkspaceId)).size).toBe(3);
	});

	it('hides the private jobs of others where the caller is no administrator', () => {
		const seen = everything({ ...ever, WorkspaceId: '1042' });
		expect(seen.some(item => item.Accessibility === 'PRIVATE')).toBe(true);
		for (const item of seen) {
			expect(item.Accessibility === 'PUBLIC' || item.Username === 'alice').toBe(true);
		}
	});

	it.each([
		[{ FromAllWorkspaces: 'true', ShowOwn: 'false' }, '400 InvalidParameter'],
		[{ WorkspaceId: '999' }, '403 Forbidden.AccessDenied'],
	])('is refused: %j', (asked, expected) => {
		const given = answer(asked);
		expect(given.ok ? 'accepted' : `${given.problem.status} ${given.problem.Code}`).toBe(expected);
	});
});

describe('behaviours that the documents leave open', () => {
	it('JobId can be told to be exact, in any case', () => {
		const exact = { fuzzyJobId: false, commaStatus: false };
		expect(page({ ...ever, JobId: someId.slice(0, 9) }, start, exact).TotalCount).toBe(0);
		expect(page({ ...ever, JobId: someId.toUpperCase() }, start, exact).TotalCount).toBe(1);
	});

	it('Status can be told to take a list', () => {
		const lists = { fuzzyJobId: true, commaStatus: true };
		const one = (Status: string): number => page({ ...ever, Status }, start, lists).TotalCount;
		expect(one('Running,Queuing')).toBe(one('Running') + one('Queuing'));
	});
});

it('has each of the 37 parameters in one of the tests here', () => {
	const tested = new Set(meanings.flatMap(([asked]) => Object.keys(asked)));
	const elsewhere = ['Description', 'FromAllWorkspaces', 'Order', 'PageNumber', 'PageSize', 'SortBy'];
	const names = fixture.params.map(({ name }) => name);
	expect(names).toHaveLength(37);
	expect(names.filter(name => !tested.has(name))).toEqual(elsewhere);
});

it('finds parts of a description, which no item tells', () => {
	const described = world
		.jobsAt(start)
		.filter(({ spec }) => spec.workspace.WorkspaceId === '268' && spec.Description.includes('复现'))
		.map(({ spec }) => spec.JobId);
	expect(described.length).toBeGreaterThan(5);
	expect([...idsOf(everything({ ...ever, Description: '复现' }))].sort()).toEqual([...described].sort());
});

it('ignores parameters that nobody documented', () => {
	expect(page({ _x: '1', status: 'Running' }).TotalCount).toBe(page({}).TotalCount);
});
