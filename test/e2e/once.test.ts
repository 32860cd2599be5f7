import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { plainEnvironment, startService } from '../support/monitor.ts';
import { deadEnd, nobody, startSilence } from '../support/peers.ts';
import { product, productWords } from '../support/product.ts';
import { collect, run } from '../support/runs.ts';

const lines = (text: string): readonly string[] => text.split('\n').slice(0, -1);

/** Any JSON as text again, so that a test can say what it expects without believing its shape. */
const field = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

describe('without a terminal', () => {
	test('one table is printed, without colours or cursor moves; that there are more pages is said on stderr', async () => {
		const { code, stdout, stderr } = await run(['--demo']);
		expect(code).toBe(0);
		expect(stderr).toMatch(/^dlctop: [^\n]*50 of \d+ jobs[^\n]*\n$/);
		expect(lines(stdout)[0]).toMatch(/^ *STATUS +NAME +JOB ID/);
		expect(lines(stdout)).toHaveLength(51);
		expect(stdout).not.toContain('\u001b');
	});

	test('a flag for the monitor alone is told on stderr; --wide prints every column', async () => {
		const { code, stdout, stderr } = await run(['--demo', '--wide', '--group', 'user', '--page-size', '3']);
		expect(code).toBe(0);
		expect(stderr).toMatch(/^dlctop: --group is for the monitor: what is printed is not grouped\.\n/);
		expect(lines(stdout)[0]).toMatch(/ IMAGE$/);
		expect(lines(stdout)).toHaveLength(4);
	});

	test('--wide goes before the columns of the settings, and not before those of the same command line', async () => {
		const settings = { DLCTOP_COLUMNS: 'name,status' };
		const [all, chosen] = await Promise.all([
			run(['--demo', '--wide', '--page-size', '3'], settings),
			run(['--demo', '--wide', '--columns', 'name,user', '--page-size', '3'], settings),
		]);
		expect(lines(all.stdout)[0]).toMatch(/ IMAGE$/);
		expect(lines(chosen.stdout)[0]).toMatch(/^NAME +USER$/);
	});

	test('a closed stdin and --once in it change nothing', async () => {
		const { code, stdout } = await run(['--demo', '--once', '--page-size', '3']);
		expect(code).toBe(0);
		expect(lines(stdout)).toHaveLength(4);
	});
});

describe('-o', () => {
	test('json is the envelope of the service, secrets masked', async () => {
		const { code, stdout, stderr } = await run(['--demo', '-o', 'json', '--display-name', 'secrets-everywhere']);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		const envelope: unknown = JSON.parse(stdout);
		expect(field(envelope, 'TotalCount')).toBe(1);
		expect(field(envelope, 'RequestId')).toMatch(/^[0-9A-F-]{36}$/);
		expect(field(envelope, 'Jobs')).toHaveLength(1);
		expect(stdout).toContain('WANDB_API_KEY');
		expect(stdout).not.toMatch(/demo-hunter2|hf_demo|demo0123|CAISdemo|demo-not-a-key/);
	});

	test('ndjson is one job a line, quiet one id a line, csv a header and the jobs', async () => {
		const [ndjson, quiet, csv] = await Promise.all(
			['ndjson', 'quiet', 'csv'].map(form => run(['--demo', '-o', form, '--page-size', '20'])),
		);
		expect([ndjson?.code, quiet?.code, csv?.code]).toEqual([0, 0, 0]);
		const ids = lines(ndjson?.stdout ?? '').map(line => field(JSON.parse(line), 'JobId'));
		expect(ids).toHaveLength(20);
		expect(new Set(ids).size).toBe(20);
		for (const id of lines(quiet?.stdout ?? '')) {
			expect(id).toMatch(/^dlc[0-9a-z]{13}$/);
		}
		expect(lines(quiet?.stdout ?? '')).toHaveLength(20);
		expect(lines(csv?.stdout ?? '')).toHaveLength(21);
	});

	test('a reader that closes the pipe is no error', async () => {
		const command = `(${productWords} --demo -o json --page-size 100; echo "code $?" >&2) | head -c 10`;
		const { stdout, stderr } = await collect(spawn('/bin/sh', ['-c', command], { env: plainEnvironment }));
		expect(stdout).toHaveLength(10);
		expect(stderr).toBe('code 0\n');
	});

	test('no job: an empty list is no error', async () => {
		const { code, stdout } = await run(['--demo', '-o', 'quiet', '--display-name', 'no-such-name']);
		expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
	});

	test('a status that this version does not know is asked for all the same, and doubted on stderr', async () => {
		const { code, stdout, stderr } = await run(['--demo', '-o', 'quiet', '--status', 'Runing']);
		expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
		expect(stderr.split('\n')).toEqual([
			'dlctop: Runing is not a status this version knows; did you mean Running?',
			'dlctop: No job matches these filters in this window.',
			'',
		]);
	});
});

describe('the exit code', () => {
	test.each([
		['an unknown flag', ['--demo', '--nonsense'], /nonsense/],
		[
			'a page size that ListJobs does not allow',
			['--demo', '--page-size', '500'],
			/--page-size 500: ListJobs allows 1 to 100/,
		],
		['an unknown form', ['--demo', '-o', 'xml'], /xml/],
		['a contradiction', ['--demo', '--from-all-workspaces', '--no-show-own'], /show-own/i],
	])('is 2 for %s, and the message names it', async (_, args, words) => {
		const { code, stdout, stderr } = await run(args);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toMatch(/^dlctop: /);
		expect(stderr).toMatch(words);
		expect(stderr).not.toMatch(/\n\s+at /);
	});

	test.each([
		['of a word that is no id', ['dlcnosuchjob', '--once']],
		['of an id that no job has, in any form', ['dlcaaaaaaaaaaaaa', '-o', 'json']],
		['looked for on all pages', ['dlcaaaaaaaaaaaaa', '--everything', '--once']],
	])('is 2 for a job that is not there, which is no empty list: %s', async (_, args) => {
		const { code, stdout, stderr } = await run(['--demo', ...args]);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toBe(
			`dlctop: ${args[0]}: no such job among those asked for; check the id, --region and the profile\n        --no-show-own, --workspace-id and --start-time look further; --filter, --status, --end-time and views leave jobs out\n`,
		);
	});

	test('is 0 for a job that is there, and for one that terms of our own leave out', async () => {
		// One service for all three: the demos of three runs are not of one moment.
		const { url, env } = await startService();
		const args = ['--endpoint', url, '-o', 'quiet'];
		const [id = ''] = lines((await run([...args, '--page-size', '1'], env)).stdout);
		const there = await run([...args, id], env);
		const left = await run([...args, id, '--filter', 'gpu>=100000'], env);
		const behind = await run([...args, id, '--page-number', '2'], env);
		expect([behind.code, behind.stdout]).toEqual([0, '']);
		expect([there.code, there.stdout, left.code, left.stdout]).toEqual([0, `${id}\n`, 0, '']);
	});

	test('is 3 without credentials, and the message says what was tried', async () => {
		const { code, stdout, stderr } = await run(['--region', 'cn-hangzhou', '--once']);
		expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
		expect(stderr).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID');
		expect(stderr).toContain('--demo');
	});

	test('is 3 where the service refuses, with Code and RequestId; 4 where it fails; the secret is in neither', async () => {
		const service = await startService();
		const args = ['--endpoint', service.url, '--once'];
		service.failNext({ status: 403, Code: 'NoPermission', Message: 'You are not authorized.' });
		const refused = await run(args, service.env);
		expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 3, stdout: '' });
		expect(refused.stderr).toContain('paidlc:ListJobs');
		expect(refused.stderr).toMatch(/Code NoPermission[\s\S]*RequestId [0-9A-F-]{36}/);
		service.failNext({ status: 503, Code: 'ServiceUnavailable', Message: 'Try later.' });
		const failed = await run(args, service.env);
		expect({ code: failed.code, stdout: failed.stdout }).toEqual({ code: 4, stdout: '' });
		service.failNext({ status: 200, body: '<html>' });
		const unreadable = await run(args, service.env);
		expect({ code: unreadable.code, stdout: unreadable.stdout }).toEqual({ code: 4, stdout: '' });
		const wrong = await run(args, { ...service.env, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'wrongWrongWrong' });
		expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 3, stdout: '' });
		expect(wrong.stderr).not.toContain('wrongWrongWrong');
	});

	test('is 4 where nobody listens', async () => {
		const { code, stdout, stderr } = await run(['--endpoint', await deadEnd(), '--once'], nobody);
		expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
		expect(stderr).toContain('refused the connection');
	});

	test('is 130 for Ctrl-C while it waits for the answer', async () => {
		const { url, asked } = await startSilence();
		const child = spawn(product.command, [...product.args, '--endpoint', url, '--once'], {
			env: { ...plainEnvironment, ...nobody },
		});
		const outcome = collect(child);
		await asked;
		child.kill('SIGINT');
		expect(await outcome).toEqual({ code: 130, stdout: '', stderr: '' });
	});
});
