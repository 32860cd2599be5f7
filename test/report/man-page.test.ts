import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manPage } from '../../source/report/man-page.ts';
import { exitCodes } from '../../source/tables/exit-codes.ts';
import { flags } from '../../source/tables/flags.ts';
import { type Binding, keymap } from '../../source/tables/keymap.ts';
import { settingIds, settingOf } from '../../source/tables/settings.ts';

const page = manPage('1.2.3');
const plain = page.replaceAll('\\-', '-').replaceAll('\\(aq', "'").replaceAll('\\(dq', '"').replaceAll('\\e', '\\');

test('the manual page has every flag, key and exit code', () => {
	for (const name of flags.keys()) {
		expect(plain).toMatch(new RegExp(`--(?:\\[no-\\])?${name}(?![\\w-])`));
	}
	const bindings: readonly Binding[] = Object.values(keymap);
	for (const { help } of bindings) {
		expect(plain).toContain(
			help.replace(/[^ -~]/gu, sign => `\\[u${sign.codePointAt(0)?.toString(16).toUpperCase()}]`),
		);
	}
	for (const { code } of Object.values(exitCodes)) {
		expect(plain).toContain(`.B ${code}\n`);
	}
});

test('the manual page has every variable that dlctop reads for itself, and where the settings are looked for', () => {
	const [, environment = ''] = plain.split('.SH ENVIRONMENT\n');
	for (const id of settingIds) {
		const { variables: names, off = [] } = settingOf(id);
		expect(environment).toContain(`.B ${names.join(', ')}\n`);
		expect(off.every(name => environment.includes(`.B ${name}\n`))).toBe(true);
	}
	expect(environment).toContain('.B DLCTOP_CONFIG\n');
	expect(environment).toContain('.B DLCTOP_DEMO_SPEED\n');
	const [, files = ''] = plain.split('.SH FILES\n');
	expect(files).toMatch(
		/^\.TP\n\.B \\\(ti\/\.config\/dlctop\/config\.yaml\n.*--config or DLCTOP_CONFIG.*\$XDG_CONFIG_HOME/,
	);
});

test('the manual page has each variable that a source of keys reads', () => {
	const folder = join(import.meta.dirname, '../../source/adapters/credentials');
	const code = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
	const names = new Set(code.join('').match(/\bALIBABA_CLOUD_[A-Z0-9_]+/g));
	expect(names.size).toBeGreaterThan(10);
	const [, environment = ''] = plain.split('.SH ENVIRONMENT\n');
	expect([...names].filter(name => !new RegExp(`\\b${name}\\b`).test(environment))).toEqual([]);
});

test('a value that may be left out stands in brackets', () => {
	expect(plain).toContain('.B --chaos[=NAMES]\n');
	expect(plain).toContain('.B -r, --region=REGION\n');
});

test('its lines are the requests of man pages and text that is none', () => {
	expect(page).toMatch(/^\.TH DLCTOP 1 "" "dlctop 1\.2\.3" "User Commands"\n\.SH NAME\n/);
	expect(page).toMatch(/^[\n -~]*$/);
	// In quotes of its own a macro would swallow those of an example, which then could not be typed as it stands.
	expect(page.replace(/^\.TH.*$/m, '')).not.toContain('"');
	const requests = page.split('\n').filter(line => /^[.']/.test(line));
	expect(requests.filter(line => !/^\.(?:TH|SH|SS|TP|B|br)\b/.test(line))).toEqual([]);
	expect(page.replace(/\\(?:-|e|&|\((?:aq|dq|ga|ha|ti)|\[u[0-9A-F]{4,6}\])/g, '')).not.toContain('\\');
});
