import { describe, expect, test } from 'vitest';
import { resolveSettings } from '../../source/model/config/resolve.ts';
import { flags } from '../../source/tables/flags.ts';
import { type SettingId, type SettingValue, settingIds, settingOf } from '../../source/tables/settings.ts';
import { thresholdIds, thresholds, usualThreshold } from '../../source/tables/thresholds.ts';
import { usualThresholds } from '../../source/tables/triage-rules.ts';
import { configOf } from '../support/config.ts';

/** Three values of each setting that differ from each other and from its default, as text. */
const samples: Readonly<Record<SettingId, readonly [string, string, string]>> = {
	interval: ['11', '12', '13.5'],
	'page-size': ['11', '12', '13'],
	'max-jobs': ['110', '120', '130'],
	'requests-per-minute': ['11', '12', '13'],
	'request-timeout': ['11', '12', '13'],
	region: ['cn-beijing', 'cn-shanghai', 'eu-central-1'],
	profile: ['one', 'two', 'three'],
	'workspace-id': ['1', '2', '3,4'],
	endpoint: ['https://one', 'https://two', 'https://three'],
	vpc: ['yes', 'on', 'true'],
	view: ['one', 'two', 'three'],
	color: ['no', 'off', 'false'],
	ascii: ['yes', 'on', 'true'],
	columns: ['name', 'status,name', 'age,name'],
};

const readAs = (id: SettingId, text: string): SettingValue => {
	const read = settingOf(id).read(text);
	if (!read.ok) {
		throw new Error(`${id} ${text}: ${read.problem}`);
	}
	return read.value;
};

const fileWith = (id: SettingId, text: string): string =>
	settingOf(id).place === 'top' ? `${id}: "${text}"\n` : `defaults:\n  ${id}: "${text}"\n`;

const settled = (id: SettingId, flag: string | undefined, env: Record<string, string>, file: string) => {
	const given = new Map(flag === undefined ? [] : [[id, readAs(id, flag)] as const]);
	const settlement = resolveSettings(given, env, configOf(file));
	return settlement.ok ? settlement.value.get(id) : settlement.problem;
};

describe.each(settingIds)('the setting %s', id => {
	const { flag, variables, off = [], usual, help } = settingOf(id);
	const [fromFlag, fromVariable, fromFile] = samples[id];
	const [variable = ''] = variables;

	test('is a flag, and is described in one line', () => {
		expect([...flags.keys()]).toContain(flag);
		expect(help).toMatch(/^[a-z].*[^.]$/);
		expect(variable).toMatch(/^DLCTOP_[A-Z_]+$/);
	});

	test('comes from the flag, else the environment, else the file, else it is the usual one', () => {
		const file = fileWith(id, fromFile);
		const env = { [variable]: fromVariable };
		expect(settled(id, fromFlag, env, file)).toEqual({
			value: readAs(id, fromFlag),
			source: { kind: 'flag', name: `--${flag}` },
		});
		expect(settled(id, undefined, env, file)).toEqual({
			value: readAs(id, fromVariable),
			source: { kind: 'variable', name: variable },
		});
		expect(settled(id, undefined, { [variable]: ' ' }, file)).toEqual({
			value: readAs(id, fromFile),
			source: { kind: 'file', line: settingOf(id).place === 'top' ? 1 : 2 },
		});
		expect(settled(id, undefined, {}, '')).toEqual({ value: usual, source: { kind: 'default' } });
	});

	test('knows every other variable of its own', () => {
		for (const name of variables.slice(1)) {
			expect(settled(id, undefined, { [name]: fromVariable }, '')).toMatchObject({ source: { name } });
		}
		for (const name of off) {
			expect(settled(id, undefined, { [name]: 'anything' }, '')).toMatchObject({ value: false, source: { name } });
			expect(settled(id, undefined, { [name]: '1', [variable]: 'yes' }, '')).toMatchObject({ value: true });
		}
	});

	test('refuses what it cannot be, and names the variable', () => {
		const wrong = id === 'endpoint' ? `https://${'x'.repeat(3000)}` : `${'no such thing '.repeat(20)}\u0001`;
		expect(settled(id, undefined, { [variable]: wrong }, '')).toMatch(new RegExp(`^${variable}=.*: (?:give|there is)`));
	});
});

test('no variable stands for two settings', () => {
	const names = settingIds.flatMap(id => [...settingOf(id).variables, ...(settingOf(id).off ?? [])]);
	expect(new Set(names).size).toBe(names.length);
});

describe.each(thresholdIds)('the threshold %s', id => {
	test('reads back what is printed of it, and refuses nonsense', () => {
		const { read, print, field } = thresholds[id];
		expect(read(usualThreshold(id))).toEqual({ ok: true, value: usualThresholds[field] });
		for (const wrong of ['', 'x', '-1', '1e9', '99999999999', '0']) {
			expect(read(wrong), wrong).toMatchObject({ ok: false });
		}
		expect(print(usualThresholds[field])).toBe(usualThreshold(id));
	});
});
