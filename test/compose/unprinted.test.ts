import { expect, test } from 'vitest';
import { parseArguments } from '../../source/adapters/arguments.ts';
import { formOf } from '../../source/compose/form-of.ts';
import { unprintedWords } from '../../source/compose/unprinted.ts';

const typed = (line: string) => {
	const parsed = parseArguments(line.split(' '), 0);
	if (!parsed.ok) {
		throw new Error(parsed.problem);
	}
	return parsed.value;
};

test.each([
	['--once --group user', ['--group is for the monitor: what is printed is not grouped.']],
	['-o ndjson --watch --group user', ['--group is for the monitor: what is printed is not grouped.']],
	['-o json --wide', ['--wide is for tables: json is printed as ever.']],
	['-o quiet --columns name', ['--columns is for tables and csv: quiet has no columns.']],
	['--once --show-secrets', ['--show-secrets is for the monitor: what is printed has its secrets hidden.']],
])('a flag that what is printed cannot honour is told: %s', (line, words) => {
	expect(unprintedWords(typed(line))).toEqual(words);
});

test.each([
	'--once --group none',
	'--once --wide --columns name',
	'-o csv --columns name',
	'-o ndjson --watch --interval 5',
	// In an alias it stands for both, and nobody misses a period of what is printed once.
	'--once --interval 5',
	'--once --sort gpus --no-color --ascii --no-notify',
])('of one that is honoured, or asks for nothing else than there is, nothing is said: %s', line => {
	expect(unprintedWords(typed(line))).toEqual([]);
});

test('--wide prints every column, unless another form was asked for', () => {
	expect(['--once', '--once --wide', '-o table --wide', '-o csv --wide'].map(line => formOf(typed(line)))).toEqual([
		'table',
		'wide',
		'wide',
		'csv',
	]);
});
