import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { bashCompletion } from '../../source/report/completion/bash.ts';
import { fishCompletion } from '../../source/report/completion/fish.ts';
import { zshCompletion } from '../../source/report/completion/zsh.ts';
import { flags } from '../../source/tables/flags.ts';
import { statusValues } from '../../source/tables/statuses.ts';
import { subcommands } from '../../source/tables/subcommands.ts';

const script = bashCompletion();

/** What bash offers after these words; the last one is being typed. */
const offered = (...words: readonly string[]): readonly string[] => {
	const quoted = ['dlctop', ...words].map(word => `'${word}'`).join(' ');
	const line = `eval "$SCRIPT"; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _dlctop; printf '%s\\n' "\${COMPREPLY[@]}"`;
	const text = execFileSync('bash', ['--norc', '-c', line], { env: { SCRIPT: script }, encoding: 'utf8' });
	return text.split('\n').filter(reply => reply !== '');
};

describe('bash', () => {
	test('offers every flag, the negations too, and the subcommands', () => {
		const all = offered('--');
		for (const name of flags.keys()) {
			expect(all).toContain(`--${name}`);
		}
		expect(all).toContain('--no-show-own');
		expect(offered('')).toEqual(Object.keys(subcommands));
	});

	test.each([
		[['--status', ''], statusValues],
		[['--status', 'Run'], ['Running']],
		[['--status', '=', 'Run'], ['Running']],
		[['--status', '='], statusValues],
		[['--status=Run'], ['--status=Running']],
		[
			['--status', 'Failed,Sto'],
			['Failed,Stopping', 'Failed,Stopped'],
		],
		[['--status=Failed,Stopp'], ['--status=Failed,Stopping', '--status=Failed,Stopped']],
		[['-o', 'nd'], ['ndjson']],
		[['--output', 'q'], ['quiet']],
		[['-r', 'cn-be'], ['cn-beijing']],
		[['--columns', 'name,stat'], ['name,status']],
		[['--interval', ''], []],
		[['wa'], ['wait']],
		[
			['completion', ''],
			['bash', 'zsh', 'fish'],
		],
		[['--demo', 'completion', 'f'], ['fish']],
		[['--region', 'cn-beijing', 'completion', 'z'], ['zsh']],
		[['--region', '=', 'cn-beijing', 'completion', 'z'], ['zsh']],
		[['wait', '--for', 'term'], ['terminal']],
		[['wait', '--ti'], ['--timeout']],
		[['wait', '--stat'], []],
		[['man', ''], []],
		[['dlc1', 'x'], []],
		[['--nonsense'], []],
	] as const)('after %j offers %j', (words, expected) => {
		expect(offered(...words)).toEqual(expected);
	});

	test('runs nothing that a value or a word contains', () => {
		expect(offered('$(echo x >&2)', '--status', '`id`')).toEqual([]);
	});
});

describe.each([
	['zsh', zshCompletion()],
	['fish', fishCompletion()],
])('the script for %s', (_, text) => {
	test('has every flag and subcommand, in ASCII', () => {
		for (const name of [...flags.keys(), 'no-show-own']) {
			expect(text).toMatch(new RegExp(`(?:--|-l )${name}(?![\\w-])`));
		}
		for (const name of Object.keys(subcommands)) {
			expect(text).toMatch(new RegExp(`\\b${name}\\b`));
		}
		expect(text).toMatch(/^[\n\t -~]*$/);
		expect(text).toContain('Running');
	});
});
