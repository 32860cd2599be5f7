import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSaver } from '../../source/adapters/saved-file.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'dlctop-saved-'));
const save = createSaver({});

describe('a file that is saved', () => {
	test('is whole, for the user alone, and nothing else is left beside it', async () => {
		const place = folder();
		expect(await save(join(place, 'a.log'), 'one\n', false)).toEqual({ ok: true, value: join(place, 'a.log') });
		expect(readFileSync(join(place, 'a.log'), 'utf8')).toBe('one\n');
		expect(statSync(join(place, 'a.log')).mode & 0o777).toBe(0o600);
		expect(readdirSync(place)).toEqual(['a.log']);
	});

	test('leaves another file alone, link or not, unless it is to be replaced', async () => {
		const place = folder();
		const path = join(place, 'a.log');
		writeFileSync(path, 'old');
		symlinkSync('nowhere', join(place, 'link'));
		expect(await save(path, 'new', false)).toEqual({ ok: false, problem: { kind: 'exists' } });
		expect(await save(join(place, 'link'), 'new', false)).toEqual({ ok: false, problem: { kind: 'exists' } });
		expect(readFileSync(path, 'utf8')).toBe('old');
		chmodSync(path, 0o644);
		expect(await save(path, 'new', true)).toMatchObject({ ok: true });
		expect(readFileSync(path, 'utf8')).toBe('new');
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(readdirSync(place)).toEqual(['a.log', 'link']);
	});

	test('may be named from the home directory', async () => {
		const HOME = folder();
		expect(await createSaver({ HOME })('~/a.log', 'x', false)).toEqual({ ok: true, value: '~/a.log' });
		expect(await createSaver({ HOME })('~', 'x', false)).toMatchObject({ problem: { kind: 'failed' } });
	});

	test('is refused with the reason in words, and nothing is left', async () => {
		const place = folder();
		mkdirSync(join(place, 'sub'));
		writeFileSync(join(place, 'file'), '');
		const words = async (path: string, overwrite = false) => {
			const saved = await save(join(place, path), 'x', overwrite);
			return saved.ok || saved.problem.kind === 'exists' ? 'none' : saved.problem.words;
		};
		expect(await words('none/a.log')).toBe('there is no such folder (ENOENT)');
		expect(await words('file/a.log')).toBe('a part of the path is no folder (ENOTDIR)');
		expect(await words('sub', true)).toBe('it is a folder (EISDIR)');
		expect(await words('x'.repeat(300))).toBe('the name is too long (ENAMETOOLONG)');
		expect(readdirSync(place)).toEqual(['file', 'sub']);
	});
});
