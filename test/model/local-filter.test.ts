import { expect, test } from 'vitest';
import { parseTerms } from '../../source/model/grammar/parse.ts';
import type { LocalTerm, Term } from '../../source/model/grammar/term.ts';
import { filterJobs } from '../../source/model/local-filter.ts';
import { namedJob } from '../support/jobs.ts';
import { noon } from '../support/moves.ts';

const jobs = [
	namedJob('a', { DisplayName: 'llm-Pretrain', RequestGPU: '64', Username: 'alice', RestartTimes: '2/10' }),
	namedJob('b', { DisplayName: 'eval', Status: 'Failed', ReasonCode: 'OOMKilled', RequestGPU: '8', Username: 'bob' }),
	namedJob('c', { DisplayName: 'eval-2', Status: 'FailedReserving', ReasonMessage: 'node lost', RequestGPU: '1' }),
	namedJob('d', { DisplayName: 'queue', Status: 'Queuing', GmtCreateTime: '2026-11-01T10:00:00Z' }),
];

const isLocal = (term: Term): term is LocalTerm => term.match.kind === 'text' || term.match.kind === 'number';
const found = (text: string): string =>
	filterJobs(jobs, parseTerms(text, noon).terms.filter(isLocal), noon)
		.map(job => job.JobId)
		.join('');

test.each([
	['', 'abcd'],
	['pretrain', 'a'],
	['-eval', 'ad'],
	['eval gpu>=8', 'b'],
	['gpu>=8', 'ab'],
	['gpu<100', 'abc'],
	['-gpu>=8', 'cd'],
	['gpu!=8', 'ac'],
	['any:OOM', 'b'],
	['any:alice', 'a'],
	['reason:oom,lost', 'bc'],
	['status:Failed', 'b'],
	['status:fail', 'bc'],
	['status:failed', 'bc'],
	['status:live', 'ad'],
	['-status:live', 'bc'],
	['/^eval(-\\d)?$/', 'bc'],
	['/EVAL/', ''],
	['/EVAL/i', 'bc'],
	['restarts>0', 'a'],
	['age>2d', 'd'],
	['wait>1h', 'd'],
	['user:alice,bob -user:bob', 'a'],
])('%s keeps %s', (text, ids) => {
	expect(found(text)).toBe(ids);
});

test('without a term the same list comes back', () => {
	expect(filterJobs(jobs, [], noon)).toBe(jobs);
});
