import { describe, expect, it } from 'vitest';
import { makeService } from '../../source/simulator/service.ts';
import { minute, start, world } from './moments.ts';
import { objects, textOf } from './reading.ts';
import { type Draft, signed } from './sign.ts';

const key = { AccessKeyId: 'LTAItest', AccessKeySecret: 'secret' };
const otherKey = { AccessKeyId: 'LTAIother', AccessKeySecret: 'another' };
const makeOne = () => makeService(world, [key, otherKey], { fuzzyJobId: true, commaStatus: false });

const outcome = (draft: Draft, signer = key): string => {
	const answer = makeOne()(signed(signer, start, draft), start);
	return answer.ok ? 'accepted' : `${answer.problem.status} ${answer.problem.Code}`;
};

const knownId = world.jobsAt(start).at(-1)?.spec.JobId ?? '';
const privateJob = world
	.jobsAt(start)
	.find(
		({ spec }) =>
			spec.Accessibility === 'PRIVATE' && spec.user.Username === 'bob' && spec.workspace.WorkspaceId === '1042',
	);

describe('what is asked', () => {
	it.each([
		['the list of jobs', {}, 'accepted'],
		['a job', { path: `/api/v1/jobs/${knownId}` }, 'accepted'],
		['an unknown job', { path: '/api/v1/jobs/dlc0000000000000' }, '404 NotFound'],
		["another's private job", { path: `/api/v1/jobs/${privateJob?.spec.JobId}` }, '404 NotFound'],
		['an unknown path', { path: '/api/v1/queues' }, '404 InvalidApi.NotFound'],
		['another action on the path', { headers: { 'x-acs-action': 'ListTensorboards' } }, '404 InvalidApi.NotFound'],
		['another version', { headers: { 'x-acs-version': '2015-01-01' } }, '404 InvalidApi.NotFound'],
		['a POST', { method: 'POST' }, '400 UnsupportedHTTPMethod'],
		['a DELETE of a job', { method: 'DELETE', path: `/api/v1/jobs/${knownId}` }, '400 UnsupportedHTTPMethod'],
		['a parameter twice', { rawQuery: 'PageSize=1&PageSize=2' }, '400 InvalidParameter'],
		['a broken percent encoding', { rawQuery: 'DisplayName=%E0%A4' }, '400 InvalidParameter'],
		[
			'a body whose signed hash is that of another',
			{ headers: { 'x-acs-content-sha256': '0'.repeat(64) } },
			'400 SignatureDoesNotMatch',
		],
		['an empty parameter, which is none', { rawQuery: 'PageSize=' }, 'accepted'],
		['a plus, which is a plus', { rawQuery: 'PageSize=+5' }, '400 InvalidParameter'],
	])('%s', (_what, draft, expected) => {
		expect(outcome(draft)).toBe(expected);
	});

	it('is answered to every key that is known', () => {
		expect(outcome({}, otherKey)).toBe('accepted');
		expect(outcome({}, { ...otherKey, AccessKeySecret: 'secret' })).toBe('400 SignatureDoesNotMatch');
	});
});

describe('a nonce', () => {
	it('works once, whatever is asked with it', () => {
		const serve = makeOne();
		const request = signed(key, start);
		expect(serve(request, start).ok).toBe(true);
		expect(serve(request, start)).toMatchObject({ ok: false, problem: { Code: 'SignatureNonceUsed', status: 400 } });
		const sameNonce = { 'x-acs-signature-nonce': request.headers.get('x-acs-signature-nonce') ?? '' };
		expect(serve(signed(key, start, { headers: sameNonce, rawQuery: 'PageSize=5' }), start).ok).toBe(false);
		expect(serve(signed(otherKey, start, { headers: sameNonce }), start).ok).toBe(true);
	});

	it('is not used up by whoever cannot sign', () => {
		const serve = makeOne();
		const request = signed(key, start);
		const forged = { ...request, rawQuery: 'PageSize=99' };
		expect(serve(forged, start)).toMatchObject({ problem: { Code: 'SignatureDoesNotMatch' } });
		expect(serve(request, start).ok).toBe(true);
	});

	it('is still known at the last moment at which its request is in time', () => {
		const serve = makeOne();
		const dated = signed(key, start + 15 * minute);
		expect(serve(dated, start).ok).toBe(true);
		expect(serve(dated, start + 30 * minute)).toMatchObject({ problem: { Code: 'SignatureNonceUsed' } });
	});

	it('is required', () => {
		expect(outcome({ headers: { 'x-acs-signature-nonce': '' } })).toBe('400 MissingSignatureNonce');
	});
});

describe('GetJob', () => {
	const looping = world
		.jobsAt(start)
		.find(({ life }) => life.filter(({ Status, at }) => Status === 'Restarting' && at < start).length > 3);
	const answer = makeOne()(signed(key, start, { path: `/api/v1/jobs/${looping?.spec.JobId}` }), start);
	const job = answer.ok ? answer.value : {};

	it('has its own shape: more of restarts and variables, less of what lists tell', () => {
		expect(job.JobId).toBe(looping?.spec.JobId);
		expect(job.Description).toBe(looping?.spec.Description);
		expect(Object.keys(job)).not.toContain('RequestGPU');
		expect(Object.keys(job)).not.toContain('Username');
		expect(objects(job.CustomEnvs).length).toBe(Object.keys(looping?.spec.Envs ?? {}).length);
	});

	it('tells of each restart when it happened and why', () => {
		const records = objects(job.RestartRecord);
		const restarts = objects(job.StatusHistory).filter(entry => entry.Status === 'Restarting');
		expect(records.length).toBeGreaterThan(3);
		expect(records.map(record => record.OccurTime)).toEqual(restarts.map(entry => entry.StartTime));
		expect(textOf(objects(records[0]?.DetailErrorInfoList)[0] ?? {}, 'ErrorMsg')).not.toBe('');
	});
});
