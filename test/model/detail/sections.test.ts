import { describe, expect, test } from 'vitest';
import { sectionOfField } from '../../../source/model/detail/fields.ts';
import { localTime } from '../../../source/model/detail/times.ts';
import type { JsonObject } from '../../../source/model/json.ts';
import { isJsonObject } from '../../../source/model/json.ts';
import { type FieldSection, sectionOf } from '../../../source/tables/detail-sections.ts';
import { overviewRows } from '../../../source/tables/overview-rows.ts';
import documented from '../../fixtures/jobitem.fields.json' with { type: 'json' };
import { fieldLines, fill, linesFor, type Node, textsFor } from './items.ts';

const root: Node = documented.tree;
const filled = fill(root);
const item: JsonObject = isJsonObject(filled.value) ? filled.value : {};

const fieldOf = (path: string): string => path.split(/[.[]/u)[0] ?? '';

/** The texts of a section, secrets and all: what is looked for here is where a value stands. */
const sections: readonly FieldSection[] = ['overview', 'timeline', 'roles', 'command', 'settings'];
const shown = new Map(sections.map(section => [section, fieldLines(linesFor(section, item, { item }))]));

describe('the sections', () => {
	test('have every documented field, and each one is documented or comes with GetJob', () => {
		const onlyGetJob = ['CustomEnvs', 'Description', 'RestartRecord', 'RoleSystemEnvs'];
		expect(Object.keys(sectionOf).sort()).toEqual([...Object.keys(root.fields ?? {}), ...onlyGetJob].sort());
		expect(filled.leaves.length).toBeGreaterThan(250);
	});

	test.each(filled.leaves.map(leaf => ({ ...leaf, section: sectionOfField(fieldOf(leaf.path)) })))(
		'$path is visible in $section',
		({ path, value, section }) => {
			const lines = shown.get(section) ?? [];
			const asTime = localTime(Date.parse(String(value)));
			const says = (text: string): boolean => text.includes(String(value)) || text.includes(asTime);
			const byPath = lines.some(line => line.path === path && says(line.text));
			// A row of the history names its parts in one line.
			const inRow = path.startsWith('StatusHistory[') && lines.some(line => says(line.text));
			expect(byPath || inRow).toBe(true);
		},
	);

	test('each show only the fields that are theirs', () => {
		for (const section of sections) {
			for (const { path } of shown.get(section) ?? []) {
				expect(path === '' ? section : sectionOfField(fieldOf(path))).toBe(section);
			}
		}
	});

	test('keep "the rest" for what no table knows', () => {
		expect(textsFor('settings', item)).not.toContain('The rest: fields that dlctop does not know');
		expect(textsFor('settings', { Zeta: { Deep: [1, null] } })).toEqual([
			'The rest: fields that dlctop does not know',
			'Zeta',
			'  Deep: 2',
			'    [0]: 1',
			'    [1]: null',
		]);
	});

	test('name each field of the overview in one row', () => {
		const named = overviewRows.flatMap(row => ('field' in row ? [row.field] : []));
		const wanted = Object.entries(sectionOf).flatMap(([name, section]) => (section === 'overview' ? [name] : []));
		expect([...named].sort()).toEqual(wanted.sort());
	});

	test('have variables in the order of their names, those of the system too', () => {
		const names = { b: '1', A: '2', C: '3', a: '4' };
		const labels = fieldLines(linesFor('command', { Envs: names, SystemEnvs: names })).map(({ label }) => label.trim());
		expect(labels).toEqual(['Envs', 'A', 'C', 'a', 'b', 'SystemEnvs', 'A', 'C', 'a', 'b']);
	});

	test('mask secrets in each of them', () => {
		const secret = {
			Envs: { HF_TOKEN: 'hf_abcdef' },
			UserCommand: 'TOKEN=hf_abcdef python x.py',
			JobSpecs: [{ ImageConfig: { Password: 'hf_abcdef', Auth: 'hf_abcdef' } }],
			CredentialConfig: { CredentialConfigItems: [{ Roles: [{ AssumeUserInfo: { SecurityToken: 'hf_abcdef' } }] }] },
			ReasonMessage: 'pull https://u:hf_abcdef@example.com failed',
		};
		for (const section of [...sections, 'json'] as const) {
			expect(JSON.stringify(linesFor(section, secret))).not.toContain('hf_abcdef');
		}
		expect(JSON.stringify(linesFor('json', secret, { item: secret, search: 'x' }))).toContain('hf_abcdef');
	});
});

describe('a section', () => {
	test('shows what is no object as it came', () => {
		expect(fieldLines(linesFor('overview', {}, { item: 'nonsense' })).map(({ text }) => text)).toContain('nonsense');
	});

	test.each(sections)('%s takes values of any shape without harm', section => {
		for (const strange of [null, '', 0, true, 'text', [], {}, [null, 'x', [1]], { a: { b: null } }]) {
			const odd = Object.fromEntries(Object.keys(sectionOf).map(name => [name, strange]));
			expect(linesFor(section, odd).length).toBeGreaterThanOrEqual(0);
		}
	});
});
