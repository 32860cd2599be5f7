import { describe, expect, test } from 'vitest';
import { runInTerminal } from '../support/monitor.ts';
import { run } from '../support/runs.ts';
import { first, onlyTheCount, start, stsProfile } from '../support/signed-in.ts';
import { authorityFile, startTlsInFrontOf } from '../support/tls.ts';

describe('TLS', () => {
	test('is always checked, with words on the screen, and a private authority is added by --ca-file', async () => {
		const { service, home, writeProfiles } = await start();
		writeProfiles([stsProfile(first)]);
		const args = ['--endpoint', await startTlsInFrontOf(service.url), '--region', service.region];
		const env = { HOME: home, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
		const terminal = runInTerminal({ args: [...args, '--interval', '3600'], env });
		const lines = await terminal.waitFor(/⚠ no connection/u, 'the refusal');
		expect(lines.join('\n')).toMatch(/certificate of localhost:\d+ is not trusted/);
		terminal.press('q');
		await terminal.exited;
		expect(terminal.output()).toContain('NODE_TLS_REJECT_UNAUTHORIZED=0 is not followed');
		expect(terminal.output()).not.toContain('Warning');

		const once = (more: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
			run([...args, '--once', '-o', 'quiet', ...more], { HOME: home, ...variables });
		expect(await once(['--ca-file', authorityFile])).toMatchObject({
			code: 0,
			stderr: expect.stringMatching(onlyTheCount),
		});
		expect(await once([], { NODE_EXTRA_CA_CERTS: authorityFile })).toMatchObject({
			code: 0,
			stderr: expect.stringMatching(onlyTheCount),
		});
		expect(await once(['--ca-file', '/nowhere'])).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('--ca-file /nowhere could not be read (ENOENT)'),
		});
	});
});
