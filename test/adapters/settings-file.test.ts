import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { changedText } from '../../source/adapters/settings-edit.ts';
import { placeToWrite, readSettingsText, settingsPath } from '../../source/adapters/settings-file.ts';
import { watchSettings } from '../../source/adapters/settings-watch.ts';
import { writeWhole } from '../../source/adapters/whole-file.ts';
import type { SavedView } from '../../source/tables/views.ts';
import { configOf } from '../support/config.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { settled } from '../support/settled.ts';

const aDirectory = (): string => {
	const path = mkdtempSync(join(tmpdir(), 'dlctop-settings-'));
	onTestFinished(() => rmSync(path, { recursive: true }));
	return path;
};

test.each([
	[{ HOME: '/home/a' }, undefined, '/home/a/.config/dlctop/config.yaml'],
	[{ HOME: '/home/a', XDG_CONFIG_HOME: '/etc/x' }, undefined, '/etc/x/dlctop/config.yaml'],
	[{ HOME: '/home/a', XDG_CONFIG_HOME: 'relative' }, undefined, '/home/a/.config/dlctop/config.yaml'],
	[{ HOME: '/home/a', DLCTOP_CONFIG: '/x.yaml' }, undefined, '/x.yaml'],
	[{ HOME: '/home/a', DLCTOP_CONFIG: '/x.yaml' }, '/y.yaml', '/y.yaml'],
	[{}, undefined, undefined],
])('with %o and --config %s the settings are in %s', (env, given, path) => {
	expect(settingsPath(env, given)).toBe(path);
});

describe('reading the settings file', () => {
	test('gives its text without a byte order mark, and nothing where there is none', () => {
		const path = join(aDirectory(), 'config.yaml');
		expect(readSettingsText(path)).toEqual({ ok: true, value: undefined });
		writeFileSync(path, '\uFEFFcolumns: name\n');
		expect(readSettingsText(path)).toEqual({ ok: true, value: 'columns: name\n' });
	});

	test('refuses what is no file, and one that is far too large, without reading it', () => {
		const directory = aDirectory();
		expect(readSettingsText(directory)).toEqual({ ok: false, problem: 'this is a directory, not a file' });
		expect(readSettingsText('/dev/zero')).toEqual({ ok: false, problem: 'this is no plain file' });
		writeFileSync(join(directory, 'large'), 'x'.repeat(10_000_000));
		expect(readSettingsText(join(directory, 'large'))).toEqual({
			ok: false,
			problem: 'this file has 9766 kB; settings have 64 kB at most',
		});
	});
});

const aView: SavedView = {
	name: 'mine-1',
	key: undefined,
	query: 'mine:yes "a: #b" /^x\\d/i',
	sort: { by: 'gpus', order: 'desc' },
	group: undefined,
	columns: 'usual',
	everything: false,
	problem: undefined,
};

describe('saving a view', () => {
	test.each([
		['no file', undefined],
		['an empty one', ''],
		['comments only', '# mine\n'],
		['empty views', 'views:\n'],
		['a flow map', 'views: {other: {query: x}}\n'],
		[
			'all sections',
			'# a\ndefaults: # b\n  interval: 5 # c\n\n# d\nviews:\n  # e\n  other: x # f\n# g\nkeys:\n  failed: x # h\n',
		],
	])('into %s keeps every comment and reads back', (_, text) => {
		const changed = changedText(text, { kind: 'save-view', view: aView });
		expect(changed.ok).toBe(true);
		const after = changed.ok ? changed.value : '';
		for (const comment of text?.match(/# \w+/g) ?? []) {
			expect(after).toContain(comment);
		}
		expect(configOf(after).views.at(-1)).toMatchObject({ name: 'mine-1', query: aView.query });
		expect(configOf(after).values).toEqual(configOf(text ?? '').values);
	});
});

describe('writing', () => {
	test('makes a file for its owner alone, and keeps the mode of one that was there', () => {
		const path = join(aDirectory(), 'new', 'config.yaml');
		const place = placeToWrite(path);
		expect(place).toEqual({ ok: true, value: { path, mode: undefined } });
		writeWhole(path, 'a\n');
		expect(statSync(path).mode & 0o777).toBe(0o600);
		writeWhole(path, 'b\n', 0o640);
		expect(placeToWrite(path)).toMatchObject({ value: { mode: 0o640 } });
	});

	test('follows a link, also one to a file that is not there yet', () => {
		const directory = aDirectory();
		const link = join(directory, 'link');
		symlinkSync('target', link);
		expect(placeToWrite(link)).toMatchObject({ value: { path: join(directory, 'target') } });
		writeFileSync(join(directory, 'target'), 'x');
		writeWhole(join(directory, 'target'), 'y');
		expect(readFileSync(link, 'utf8')).toBe('y');
	});
});

test('the file is told of once for each change, when it is quiet, also when it comes and goes', async () => {
	const clock = createFakeClock(0);
	let stamp = '';
	let changes = 0;
	const stop = watchSettings({
		path: 'x',
		clock,
		stampOf: () => Promise.resolve(stamp),
		changed: () => {
			changes += 1;
		},
	});
	const pass = async (ms: number): Promise<void> => {
		for (let passed = 0; passed < ms; passed += 100) {
			clock.advance(100);
			await settled();
		}
	};
	await settled();
	await pass(5000);
	expect(changes).toBe(0);
	for (const next of ['a', 'quarter', 'half', 'nearly all', 'whole', 'and', 'more', 'of', 'it']) {
		stamp = next;
		await pass(100);
	}
	expect(changes).toBe(0);
	await pass(3000);
	const soFar = changes;
	expect(soFar).toBe(1);
	stamp = '';
	await pass(3000);
	expect(changes).toBe(soFar + 1);
	stop();
	stamp = 'later';
	await pass(5000);
	expect(changes).toBe(soFar + 1);
});

test('a file that may not be written is refused with words', () => {
	const path = join(aDirectory(), 'config.yaml');
	writeFileSync(path, '', { mode: 0o400 });
	expect(placeToWrite(path)).toMatchObject({ ok: false, problem: expect.stringMatching(/not permitted|read-only/) });
	expect(placeToWrite(join(path, 'below'))).toMatchObject({ ok: false });
});
