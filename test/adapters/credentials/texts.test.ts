import { describe, expect, it } from 'vitest';
import { commandWords } from '../../../source/adapters/credentials/command-words.ts';
import { parseIni } from '../../../source/adapters/credentials/ini-text.ts';
import {
	parseQuietly,
	readExpiration,
	readTemporaryKeys,
} from '../../../source/adapters/credentials/temporary-keys.ts';
import { noon } from './surroundings.ts';

describe('the words of a command', () => {
	it.each([
		['helper', ['helper']],
		['  helper  --a   b ', ['helper', '--a', 'b']],
		[`helper "two words" 'and three'`, ['helper', 'two words', 'and three']],
		['helper a"b c"d', ['helper', 'ab cd']],
		[String.raw`helper a\ b "c\"d" "e\f" 'g\h'`, ['helper', 'a b', 'c"d', String.raw`e\f`, String.raw`g\h`]],
		['helper "" x', ['helper', '', 'x']],
		[
			'helper $HOME `id` $(id) ; rm -rf / | x > y',
			['helper', '$HOME', '`id`', '$(id)', ';', 'rm', '-rf', '/', '|', 'x', '>', 'y'],
		],
		['/opt/我 的', ['/opt/我', '的']],
	])('%s', (line, words) => {
		expect(commandWords(line)).toEqual(words);
	});

	it.each(['', '   ', 'helper "open', "helper 'open", '""', 'helper \\'])('are none in %j', line => {
		expect(commandWords(line)).toBeUndefined();
	});
});

describe('an ini file', () => {
	it('is read with comments, blanks, quotes, any line ends, and a byte order mark', () => {
		const text =
			'\uFEFF; comment\r\n[ default ]\r\nType = sts\r\n# more\r\naccess_key_id="a=b"\rempty =\nno setting\n[other]\nx=1\n[default]\ny = 2';
		const sections = parseIni(text);
		expect(Object.fromEntries(sections.get('default') ?? [])).toEqual({
			type: 'sts',
			access_key_id: 'a=b',
			empty: '',
			y: '2',
		});
		expect([...sections.keys()]).toEqual(['default', 'other']);
	});

	it('may be anything', () => {
		expect(parseIni('').size).toBe(0);
		expect(parseIni('<html>\n=\n[[]').size).toBe(1);
		expect(parseIni('[__proto__]\nconstructor=x').get('__proto__')?.get('constructor')).toBe('x');
	});
});

describe('temporary keys', () => {
	it.each([
		['2026-11-09T12:00:00Z', noon],
		[noon / 1000, noon],
		[String(noon / 1000), noon],
		[noon, noon],
		['soon', undefined],
		[0, undefined],
		[null, undefined],
		[{}, undefined],
		[undefined, undefined],
	])('end by %j', (value, ms) => {
		expect(readExpiration(value)).toBe(ms);
	});

	it.each([
		null,
		7,
		'text',
		[],
		{},
		{ AccessKeyId: 'a' },
		{ AccessKeyId: 'a', AccessKeySecret: 7 },
		{ AccessKeyId: ' ', AccessKeySecret: 'b' },
	])('are none in %j', value => {
		expect(readTemporaryKeys(value)).toBeUndefined();
	});

	it('are read without a token and without an end', () => {
		const pair = { AccessKeyId: 'a', AccessKeySecret: 'b' };
		expect(readTemporaryKeys({ ...pair, SecurityToken: [], Expiration: 'x' })).toEqual(pair);
		expect(parseQuietly('\uFEFF{"a":1}')).toEqual({ a: 1 });
		expect(parseQuietly('{"planted')).toBeUndefined();
	});
});
