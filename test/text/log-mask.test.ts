import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeyState, maskLines } from '../../source/text/log-mask.ts';
import { maskSign } from '../../source/text/mask.ts';

const at = '2026-11-09 12:00:00  ';
const rows = [
	'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
	'MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu',
	'NMoSfm76oqFvAp8Gy0iz5sxjZmSnXyCdPEovGhLa0VzMaQ8s+CLOyS56YyCFGeJZ',
	'qgtzJ6GR3eqoYSW9b9UMvkBpZODSctWSNGj3P7jRFDO5',
	'kQ==',
];
const key = ['-----BEGIN RSA PRIVATE KEY-----', ...rows, '-----END RSA PRIVATE KEY-----'];
const stamped = (lines: readonly string[]): readonly string[] => lines.map(line => at + line);

const inChunks = (lines: readonly string[], sizes: readonly number[]): readonly string[] => {
	const masked: string[] = [];
	let state: KeyState = 'outside';
	let from = 0;
	for (const size of [...sizes, lines.length]) {
		const part = maskLines(lines.slice(from, from + size), state);
		masked.push(...part.lines);
		state = part.state;
		from += size;
	}
	return masked;
};
const leaks = (lines: readonly string[]): readonly string[] =>
	rows.filter(row => lines.some(line => line.includes(row)));

describe('a private key over several lines', () => {
	test.each([
		['with the time before each line', stamped(key)],
		['with the time before the first line only', [at + key[0], ...key.slice(1)]],
		['with the name of a rank before each line', stamped(key.map(line => `[rank0]: ${line}`))],
		['in YAML', ['  key: |', ...key.map(line => `    ${line}`)]],
		['in Python', key.map(line => `'${line}\\n'`)],
	])('is hidden %s, and what is around it is not', (_, lines) => {
		const masked = maskLines([`${at}before`, ...lines, `${at}after`]).lines;
		expect(leaks(masked)).toEqual([]);
		expect(masked[0]).toBe(`${at}before`);
		expect(masked.at(-1)).toBe(`${at}after`);
	});

	test('is hidden however the log is cut into answers', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }), sizes => {
				const lines = ['before', ...stamped(key), 'after'];
				const masked = inChunks(lines, sizes);
				expect(leaks(masked)).toEqual([]);
				expect([masked[0], masked.at(-1)]).toEqual(['before', 'after']);
			}),
		);
	});

	test.each([1, 2, 3, 4])('is hidden where the first %d lines of it are not there', cut => {
		expect(leaks(maskLines([...stamped(key.slice(cut)), 'after']).lines)).toEqual([]);
		expect(leaks(maskLines(stamped(key.slice(cut, cut + 2))).lines).filter(row => row.length > 60)).toEqual([]);
	});

	test('that never ends hides so many lines, and not all', () => {
		const words = Array.from({ length: 1000 }, (_, step) => `step ${step}`);
		const { lines } = maskLines(['-----BEGIN PRIVATE KEY-----', ...words]);
		expect(lines[400]).toBe(maskSign);
		expect(lines.at(-1)).toBe('step 999');
	});

	test('leaves what follows its last line, masked like any other text', () => {
		expect(maskLines(['-----END PRIVATE KEY----- TOKEN=abc done']).lines).toEqual([
			`${maskSign}-----END PRIVATE KEY----- TOKEN=${maskSign} done`,
		]);
	});
});

describe('a line of a log', () => {
	test.each([
		`${at}+ export API_TOKEN=hunter2 && python train.py`,
		`${at}python train.py --password hunter2 --lr 1`,
		`${at}pulling from https://me:hunter2@registry.example.com/image`,
		`${at}{"level":"info","api_key":"hunter2","step":7}`,
		`${at}{"config":"{\\"password\\":\\"hunter2\\"}"}`,
		`${at}os.environ["SECRET_KEY"] = "hunter2"`,
		`${at}Authorization: Bearer hunter2`,
	])('hides the secret of %j', line => {
		const [masked = ''] = maskLines([line]).lines;
		expect(masked).toContain(maskSign);
		expect(masked).not.toContain('hunter2');
		expect(masked.startsWith(at)).toBe(true);
	});

	test.each([
		`${at}TOKENIZERS_PARALLELISM=false TOKENIZER_PATH=/mnt/tokenizer`,
		`${at}python train.py --max-tokens 4096 --tokenizer qwen`,
		`${at}KEY_PADDING_MASK=true, 4100 tokens/s/GPU`,
		`${at}sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`,
		'9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
		'/mnt/oss/corpus/SomeLongDirectory/AnotherDirectory/third',
		'================================================================',
		'检查点已写入 ✅',
	])('stays readable: %j', line => {
		expect(maskLines([line])).toEqual({ lines: [line], state: 'outside' });
	});
});
