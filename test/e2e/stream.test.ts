import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { plainEnvironment, startService } from '../support/monitor.ts';
import { productWords } from '../support/product.ts';
import { collect, run, start, written } from '../support/runs.ts';

const linesOf = (text: string): readonly Record<string, unknown>[] =>
	text
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line));

test('--watch streams what is there and what changes, through an error, until a signal ends it', async () => {
	const service = await startService();
	const args = ['--endpoint', service.url, '-o', 'ndjson', '--watch', '--interval', '2', '--status', 'Running,Queuing'];
	const child = start(args, service.env);
	const outcome = collect(child);
	await written(child, 'stdout', /"type":"ready"/);
	service.failNext({ status: 503, Code: 'ServiceUnavailable', Message: 'Try later.' });
	service.skip(300_000);
	await written(child, 'stdout', /"type":"error"[\s\S]*"type":"changed"[\s\S]*"type":"heartbeat"/);
	child.kill('SIGTERM');
	const { code, stdout, stderr } = await outcome;
	expect({ code, stderr }).toEqual({ code: 143, stderr: '' });
	const records = linesOf(stdout);
	const ready = records.findIndex(({ type }) => type === 'ready');
	expect(records.slice(0, ready).every(({ type }) => type === 'appeared')).toBe(true);
	expect(records[ready]).toMatchObject({ jobs: ready, total: ready, partial: false });
	expect(records).toContainEqual(expect.objectContaining({ type: 'error', Code: 'ServiceUnavailable' }));
	expect(stdout).not.toMatch(/demo-hunter2|hf_demo/);
});

test('--watch ends with 0 when its reader has gone, 3 where the account is refused, 2 where the line is wrong', async () => {
	const service = await startService();
	const piped = `(${productWords} --endpoint ${service.url} -o ndjson --watch --interval 2; echo "code $?" >&2) | head -n 1`;
	const gone = collect(spawn('/bin/sh', ['-c', piped], { env: { ...plainEnvironment, ...service.env } }));
	const wrong = { ...service.env, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'no' };
	const [pipe, refused, misused] = await Promise.all([
		gone,
		run(['--endpoint', service.url, '-o', 'ndjson', '--watch'], wrong),
		run(['--demo', '-o', 'json', '--watch']),
	]);
	expect(pipe.stderr).toBe('code 0\n');
	expect(linesOf(pipe.stdout)).toMatchObject([{ type: 'appeared' }]);
	expect(refused.code).toBe(3);
	expect(linesOf(refused.stdout)).toMatchObject([{ type: 'error', kind: 'signed-out' }]);
	expect(misused).toEqual({ code: 2, stdout: '', stderr: 'dlctop: --watch goes with -o ndjson, not with -o json\n' });
});

test('--once prints all pages of several statuses, or of --everything, and says where --max-jobs cut them', async () => {
	const service = await startService();
	const at = ['--endpoint', service.url];
	const [failed, all, cut] = await Promise.all([
		run([...at, '-o', 'json', '--filter', 'status:Failed,Stopped', '--start-time', '30d'], service.env),
		run([...at, '-o', 'quiet', '--everything'], service.env),
		run([...at, '-o', 'csv', '--everything', '--max-jobs', '100'], service.env),
	]);
	expect({ code: failed.code, stderr: failed.stderr }).toEqual({ code: 0, stderr: '' });
	const { Jobs, TotalCount } = JSON.parse(failed.stdout);
	expect(Jobs).toHaveLength(TotalCount);
	expect(new Set(Jobs.map(({ Status }: { readonly Status: string }) => Status))).toEqual(
		new Set(['Failed', 'Stopped']),
	);
	expect({ code: all.code, stderr: all.stderr }).toEqual({ code: 0, stderr: '' });
	const ids = all.stdout.split('\n').slice(0, -1);
	expect(ids.length).toBeGreaterThan(100);
	expect(new Set(ids).size).toBe(ids.length);
	expect(cut.code).toBe(0);
	expect(cut.stderr).toMatch(/^dlctop: These are 100 of \d+ jobs: --max-jobs loads more\.\n$/);
});
