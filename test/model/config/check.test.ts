import { describe, expect, test } from 'vitest';
import { bindingOf } from '../../../source/tables/keymap.ts';
import { usualThresholds } from '../../../source/tables/triage-rules.ts';
import { configOf, mistakesIn } from '../../support/config.ts';

describe('a mistake in the settings file', () => {
	test.each([
		['defaults:\n  intervall: 5', '2:3: intervall: there is no setting of this name; the nearest is interval'],
		['defaults:\n  interval: 1', '2:13: interval 1: give seconds from 2 to 3600'],
		['defaults:\n  interval: {a: 1}', '2:13: interval: write a value of the kind 2 to 3600'],
		['defaults: 5', '1:11: defaults: write names and values below it, as interval: 10'],
		['- defaults', /^1:1: the file: write names and values below it/],
		['just words', /^1:1: the file: write names and values below it/],
		['interval: 5', '1:1: interval: there is no section of this name; it stands below defaults:'],
		['vews: {}', '1:1: vews: there is no section of this name; the nearest is views'],
		['columns: [name, statsu]', '1:10: columns name,statsu: there is no column statsu; the nearest is status'],
		['defaults:\n  columns: name', /^2:3: columns: there is no setting of this name/],
		['thresholds:\n  restart: 3', '2:3: restart: there is no threshold of this name; the nearest is restarts'],
		['thresholds:\n  wait-least: soon', '2:15: wait-least soon: give a span from 1m to 90d, as 30m or 2h'],
		['theme:\n  Runing: green', '2:3: Runing: there is no status of this name; the nearest is Running'],
		['theme:\n  Running: grin', /^2:12: Running grin: give one of none, black, red, .*bright-white$/],
		['views:\n  "a b": {query: x}', /^2:3: views: a b: a name is one word/],
		['views:\n  a: [x]', '2:6: view a: write what it asks for, as query: "gpu>=8"'],
		['views:\n  a: {qeury: x}', '2:7: a: a view has no qeury; the nearest is query'],
		['views:\n  a: {mode: all}', '2:13: view a: mode: give page or everything'],
		['views:\n  a: {key: 0}', '2:12: view a: key: give a digit from 1 to 9'],
		['views:\n  a: {key: 6}\n  b: {key: 6}', '3:3: views a and b both have the key 6'],
		['keys:\n  faild: x', '2:3: faild: there is no command of this name; the nearest is failed'],
		['keys:\n  failed: a', '2:3: failed: a is the key of live too (list); give live another one, or none'],
		['keys:\n  failed: Ctrl-m', '2:11: failed: Ctrl-m: a terminal sends another key for it; take another letter'],
		['keys:\n  failed: xx', /^2:11: failed: xx: write a key as x, Ctrl-x, Alt-x or one of tab/],
		['keys:\n  keep-filter: x', '2:16: keep-filter: x can be typed there; take a key like Ctrl-x'],
		['keys:\n  quit: []', '2:9: quit: this way out needs a key'],
		[
			'keys:\n  zoom: 3',
			'2:3: zoom: 3 is the key of section Roles and pods too (detail); give section Roles and pods another one, or none',
		],
	])('%j is named with its place and what to write instead', (text, mistake) => {
		const [first = '', ...more] = mistakesIn(text);
		expect(first).toEqual(mistake instanceof RegExp ? expect.stringMatching(mistake) : mistake);
		expect(more).toEqual([]);
	});

	test('does not hide the others, which come in the order of the file', () => {
		const text = 'keys:\n  nothing: x\ndefaults:\n  interval: 1\nviews:\n  a: {mode: x}\n';
		expect(mistakesIn(text).map(mistake => mistake.split(':')[0])).toEqual(['2', '4', '6']);
	});
});

describe('a settings file', () => {
	test('that is empty, or holds only comments or names, changes nothing', () => {
		for (const text of ['', '\n', '# nothing\n', '---\n', 'defaults:\nviews:\nkeys:\ncolumns:\n']) {
			expect(mistakesIn(text)).toEqual([]);
			expect(configOf(text)).toMatchObject({ views: [], thresholds: usualThresholds });
		}
	});

	test('gives commands other keys, several, or none, by either form of their names', () => {
		const { keys } = configOf('keys:\n  failed: [X, Ctrl-x]\n  halfDown: PgDn\n  screen-down: none\n  live: []\n');
		expect(bindingOf('list', 'X', keys)?.action).toEqual({ type: 'toggle-failed' });
		expect(bindingOf('list', 'ctrl+x', keys)?.action).toEqual({ type: 'toggle-failed' });
		expect(bindingOf('list', 'f', keys)).toBeUndefined();
		expect(bindingOf('list', 'pagedown', keys)?.action).toMatchObject({ type: 'move', by: 0.5 });
		expect(bindingOf('list', 'a', keys)).toBeUndefined();
		expect(bindingOf('list', 'f')?.action).toEqual({ type: 'toggle-failed' });
	});

	test('swaps two keys without a conflict', () => {
		const { keys } = configOf('keys: {failed: a, live: f}');
		expect(bindingOf('list', 'a', keys)?.action).toEqual({ type: 'toggle-failed' });
		expect(bindingOf('list', 'f', keys)?.action).toEqual({ type: 'toggle-live' });
	});

	test('holds thresholds and colours', () => {
		const config = configOf('thresholds: {failed-within: 2h, stuck-share: 0.9}\ntheme: {running: Bright-Blue}\n');
		expect(config.thresholds).toEqual({ ...usualThresholds, failedWithinMs: 7_200_000, stuckShare: 0.9 });
		expect([...config.theme]).toEqual([['Running', 'bright-blue']]);
	});

	test('keeps a view that asks for something unknown, and warns', () => {
		const config = configOf('views:\n  a: {query: "nosuch:thing", sort: gpus}\n  b: {columns: [name, nmae], key: 7}\n');
		expect(config.warnings.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual([
			expect.stringMatching(/^2:14 view a: query: /),
			'3:16 view b: columns: there is no column nmae; the nearest is name',
		]);
		expect(config.views).toMatchObject([
			{ name: 'a', query: 'nosuch:thing', problem: expect.stringContaining('query:') },
			{ name: 'b', key: 7, columns: undefined, problem: expect.stringContaining('nmae') },
		]);
	});
});
