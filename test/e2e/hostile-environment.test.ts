import { expect, test } from 'vitest';
import { runInTerminal } from '../support/monitor.ts';
import { foreignIn, hiddenIn } from '../support/own-sequences.ts';
import { run } from '../support/runs.ts';
import { isLive } from '../support/screens.ts';

const hostile = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202egpj\u2028';

/** What dlctop reads of its surroundings and may name in a message. */
const named = [
	'HOME',
	'ALIBABA_CLOUD_PROFILE',
	'ALIBABA_CLOUD_REGION_ID',
	'ALIBABA_CLOUD_CREDENTIALS_URI',
	'ALIBABA_CLOUD_CREDENTIALS_FILE',
	'ALIBABA_CLOUD_ACCESS_KEY_ID',
	'ALIBABA_CLOUD_OIDC_TOKEN_FILE',
	'HTTPS_PROXY',
	'NO_PROXY',
	'DLCTOP_CONFIG',
	'XDG_CONFIG_HOME',
	'XDG_STATE_HOME',
	'TMUX',
] as const;

/** Of a longer LANG like this one Node itself dies before it runs anything. */
const silent = {
	TERM: hostile,
	LANG: '\u001b]0;owned\u0007',
	COLORTERM: hostile,
	PAGER: hostile,
	EDITOR: hostile,
	SHELL: hostile,
};

test.each(named)('a hostile %s is shown with marks, in messages and in --print-config', async name => {
	const env = { ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true', ...silent, [name]: hostile };
	for (const args of [['--once'], ['--print-config'], ['--once', '--profile', hostile, '--config', hostile]]) {
		const { stdout, stderr } = await run(args, env);
		expect(`${stdout}${stderr}`).not.toBe('');
		expect([...stdout.split('\n'), ...stderr.split('\n')].flatMap(line => hiddenIn(line) ?? [])).toEqual([]);
	}
});

test('a terminal whose environment is hostile gets nothing but our own sequences', async () => {
	const terminal = runInTerminal({ args: ['--demo', '--interval', '3600'], env: { ...silent } });
	await terminal.waitFor(isLive, 'the first rows');
	terminal.press('?');
	await terminal.waitFor(/Move/, 'the help');
	terminal.press('ctrl+c');
	await terminal.exited;
	expect(foreignIn(terminal.output())).toBeUndefined();
});
