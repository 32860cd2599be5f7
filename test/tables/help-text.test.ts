import { describe, expect, test } from 'vitest';
import { exitCodes, failureCode, signalCode } from '../../source/tables/exit-codes.ts';
import { flags, longNames } from '../../source/tables/flags.ts';
import { groupWords } from '../../source/tables/group-keys.ts';
import { helpText } from '../../source/tables/help-text.ts';
import { flagName, parameterNames } from '../../source/tables/parameters.ts';
import { sortWords } from '../../source/tables/sort-keys.ts';

const lines = helpText().split('\n');
const isWord = (words: string, text: string): boolean => new RegExp(`(?<![\\w-])${words}(?![\\w-])`).test(text);

describe('the help text', () => {
	test('fits 80 columns of ASCII, and ends with a line break', () => {
		expect(lines.filter(line => !/^[ -~]{0,80}$/.test(line))).toEqual([]);
		expect(lines.filter(line => line !== line.trimEnd())).toEqual([]);
		expect(lines.at(-1)).toBe('');
	});

	test.each([...flags])('names --%s once, with its explanation and its values', (name, flag) => {
		const at = lines.findIndex(line => new RegExp(`^ +(-\\w, )?--(\\[no-\\])?${name}(\\[=| |$)`).test(line));
		expect(at).toBeGreaterThan(0);
		const entry = `${lines[at]} ${lines.slice(at + 1, at + 12).join(' ')}`.replace(/ +/g, ' ');
		expect(entry).toContain(flag.help);
		expect((flag.values ?? []).filter(value => !isWord(value, entry))).toEqual([]);
		expect(lines.filter(line => new RegExp(`^ +(-\\w, )?--(\\[no-\\])?${name}(\\[=| |$)`).test(line))).toHaveLength(1);
	});

	test('has every exit code', () => {
		for (const { code, meaning } of Object.values(exitCodes)) {
			expect(helpText()).toContain(`${code}  ${meaning}`);
		}
	});
});

describe('the flags', () => {
	test('are the parameters and our own, none twice', () => {
		const own = [
			'ascii',
			'columns',
			'demo',
			'endpoint',
			'ca-file',
			'filter',
			'help',
			'interval',
			'max-jobs',
			'no-color',
			'once',
			'output',
			'profile',
			'requests-per-minute',
			'request-timeout',
			'chaos',
		];
		const others = [
			'view',
			'config',
			'print-config',
			'region',
			'show-secrets',
			'version',
			'vpc',
			'for',
			'timeout',
			'no-notify',
			'log-file',
			'log-level',
			'everything',
			'watch',
			'sort',
			'group',
			'wide',
			'afresh',
		];
		expect([...flags.keys()].sort()).toEqual([...parameterNames.map(flagName), ...own, ...others].sort());
	});

	test('know the words for orders and groups that the program knows', () => {
		expect(flags.get('sort')?.values).toEqual(sortWords);
		expect(flags.get('group')?.values).toEqual([...groupWords, 'none']);
	});

	test('have the four letters, each for one flag', () => {
		expect(Object.fromEntries(longNames)).toEqual({ r: 'region', p: 'profile', w: 'workspace-id', o: 'output' });
		expect([...flags.values()].filter(({ short }) => short !== undefined)).toHaveLength(4);
	});
});

test('each kind of failure has its exit code', () => {
	expect((['throttled', 'service', 'network', 'malformed-answer'] as const).map(failureCode)).toEqual([4, 4, 4, 4]);
	expect([failureCode('signed-out'), failureCode('not-allowed'), failureCode('bad-request')]).toEqual([3, 3, 2]);
	expect([signalCode(2), signalCode(15), signalCode(1)]).toEqual([130, 143, 129]);
});

test('who looks for the window in the help finds the flags that set it', () => {
	const flagsWith = helpText()
		.split(/\n(?= {2,6}-)/)
		.filter(entry => entry.includes('window'))
		.map(entry => /--[a-z-]+/.exec(entry)?.[0]);
	expect(flagsWith).toEqual(['--end-time', '--start-time']);
});
