import { expect, test } from 'vitest';
import { runInTerminal, startService } from '../support/monitor.ts';
import { collect, run, start, written } from '../support/runs.ts';

/** A service, and the ids of its jobs in a status, newest first. */
const serve = async () => {
	const service = await startService();
	const connection = ['--endpoint', service.url, '--region', service.region];
	const idsOf = async (status: string): Promise<readonly string[]> => {
		const { stdout } = await run([...connection, '-o', 'quiet', '--no-show-own', '--status', status], service.env);
		return stdout.split('\n').filter(line => line !== '');
	};
	return { service, connection, idsOf };
};

test('wait ends with 0 for what has succeeded, 1 for what failed, 2 for what there is not, and names it', async () => {
	const { service, connection, idsOf } = await serve();
	const [[well = ''] = [], [failed = ''] = [], [running = ''] = []] = await Promise.all(
		['Succeeded', 'Failed', 'Running'].map(idsOf),
	);
	const wait = (...args: readonly string[]) => run(['wait', ...args, ...connection], service.env);
	const [good, ran, bad, wished, unknown, misused, late] = await Promise.all([
		wait(well, well.toUpperCase()),
		wait(running, '--for', 'running'),
		wait(well, failed),
		wait(failed, '--for', 'Failed'),
		wait(well, 'dlcnosuchjob00001'),
		wait(well, '--status', 'Running'),
		wait(running, '--timeout', '1s'),
	]);
	expect(good).toMatchObject({ code: 0, stdout: '' });
	expect(good.stderr).toMatch(new RegExp(`^\\d\\d:\\d\\d:\\d\\d ${well} .*: Succeeded.*\\n$`));
	expect(ran.code).toBe(0);
	expect(bad.code).toBe(1);
	expect(bad.stderr).toMatch(new RegExp(`^dlctop: ${failed} .* is Failed.*, not Succeeded$`, 'm'));
	expect(wished.code).toBe(0);
	expect(unknown.code).toBe(2);
	expect(unknown.stderr).toContain('dlctop: dlcnosuchjob00001: the service knows no such job');
	expect(misused).toEqual({ code: 2, stdout: '', stderr: 'dlctop: --status does not go with dlctop wait\n' });
	expect(late.code).toBe(124);
	expect(late.stderr).toMatch(new RegExp(`^dlctop: timed out\\n +${running} .* is still Running$`, 'm'));
});

test('wait goes on through troubles, and follows its jobs to their end', async () => {
	const { service, connection, idsOf } = await serve();
	const [running = ''] = await idsOf('Running');
	service.failNext({ status: 503, Code: 'ServiceUnavailable', Message: 'Try later.' });
	const args = ['wait', running, '--for', 'Stopping,Stopped,Succeeded,Failed', '--interval', '2', ...connection];
	const child = start(args, service.env);
	const outcome = collect(child);
	await written(child, 'stderr', new RegExp(`${running} .*: Running`));
	child.kill('SIGINT');
	const { code, stderr } = await outcome;
	expect(code).toBe(130);
	expect(stderr).toMatch(/ServiceUnavailable: .* Next try at \d\d:\d\d:\d\d\.\n/);
});

test('wait is refused with 3 where the account is, and with 2 where the line is wrong', async () => {
	const { service, connection } = await serve();
	const wrong = await run(['wait', 'dlc1', ...connection], { ...service.env, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'no' });
	expect(wrong.code).toBe(3);
	const misused = await Promise.all(
		[['wait'], ['wait', 'job'], ['wait', 'dlc1', '--for', 'Suceeded'], ['--for', 'running']].map(args => run(args)),
	);
	expect(misused.map(({ code, stderr }) => [code, stderr])).toEqual([
		[2, 'dlctop: wait: give one job id at least\n'],
		[2, 'dlctop: wait job: not a job id (dlc...)\n'],
		[2, 'dlctop: --for Suceeded: Suceeded is no goal; the nearest is Succeeded\n'],
		[2, 'dlctop: --for goes with dlctop wait JOB...\n'],
	]);
});

test('wait shows one line on a terminal, rewrites it, and leaves none', async () => {
	const { service, connection, idsOf } = await serve();
	const [running = '', other = ''] = await idsOf('Running');
	const terminal = runInTerminal({ args: ['wait', running, other, ...connection], env: service.env, rows: 5 });
	const lines = await terminal.waitFor(/2 of 2 to go: 2 Running · \d\d:\d\d:\d\d/, 'the progress');
	expect(lines.filter(line => line !== '')).toHaveLength(1);
	terminal.press('ctrl+c');
	expect(await terminal.exited).toMatchObject({ exitCode: 130 });
	expect(terminal.screen().join('')).not.toContain('to go');
});
