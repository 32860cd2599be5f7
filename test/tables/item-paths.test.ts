import { describe, expect, test } from 'vitest';
import { columnIdOf, columnOf, parseColumnList } from '../../source/tables/column-of.ts';
import { columnIds } from '../../source/tables/columns.ts';
import { itemMaps, itemPathOf, itemPaths } from '../../source/tables/item-paths.ts';
import documented from '../fixtures/jobitem.fields.json' with { type: 'json' };
import { aJob, namedJob } from '../support/jobs.ts';
import { noon } from '../support/moves.ts';

type Node = {
	readonly type: string;
	readonly recursive?: boolean;
	readonly fields?: { readonly [name: string]: Node };
	readonly items?: Node;
	readonly values?: Node;
};

/** The paths of single values that the documents name; a map has one for a name of the user's. */
const scalars = (node: Node, path: string): readonly string[] => {
	if (node.recursive === true) {
		return [];
	}
	if (node.fields !== undefined) {
		return Object.entries(node.fields).flatMap(([name, child]) =>
			scalars(child, path === '' ? name : `${path}.${name}`),
		);
	}
	if (node.items !== undefined) {
		return scalars(node.items, `${path}[]`);
	}
	return node.values === undefined ? [path] : scalars(node.values, `${path}.NAME`);
};
const tree: Node = documented.tree;
const documentedPaths = scalars(tree, '');

const cell = (id: string, item: Parameters<typeof aJob>[0]): string =>
	columnOf(columnIdOf(id) ?? '')?.text(aJob(item), noon) ?? '?';

describe('the paths of an item', () => {
	test.each(documentedPaths)('%s is a column, in any case and without its brackets', path => {
		expect(itemPathOf(path)?.path).toBe(path);
		const isMap = path.endsWith('.NAME');
		const typed = path.replaceAll('[]', '').toLowerCase();
		expect(itemPathOf(isMap ? typed.replace(/name$/, 'NAME') : typed)?.path).toBe(path);
		expect(columnIdOf(path)).toBeDefined();
		expect(columnOf(columnIdOf(path) ?? '')?.title).toMatch(/^[^a-z]+$/);
	});

	test('are all that is documented, and no other', () => {
		const named = documentedPaths.filter(path => !path.endsWith('.NAME'));
		const nested = itemPaths().filter(path => !path.includes('HistoryPods[].'));
		expect(nested.filter(path => !named.includes(path))).toEqual([]);
		expect(named.filter(path => !itemPaths().includes(path))).toEqual([]);
		expect(new Set(itemPaths()).size).toBe(itemPaths().length);
		expect(itemMaps()).toContain('Envs');
	});

	test('show a time in UTC, and what is none as it was sent', () => {
		expect(cell('GmtSubmittedTime', { GmtSubmittedTime: '2026-11-09T18:00:00+08:00' })).toBe('2026-11-09T10:00:00Z');
		expect(cell('GmtSubmittedTime', { GmtSubmittedTime: '2026-11-09T18:00:00' })).toBe('2026-11-09T18:00:00');
	});

	test.each([
		'',
		'.',
		'Settings',
		'Pods[]',
		'Envs',
		'Envs.',
		'Settings.Driver.x',
		'constructor',
		'__proto__',
		'Pods[0].Ip',
		'a'.repeat(9999),
	])('%j is none', word => {
		expect(itemPathOf(word)).toBeUndefined();
	});

	test('a name in a map keeps its case, its dots and its brackets', () => {
		expect(itemPathOf('envs.My.Name[0]')?.path).toBe('Envs.My.Name[0]');
		expect(itemPathOf('jobspecs.extrapodspec.podlabels.a.b/c')?.path).toBe('JobSpecs[].ExtraPodSpec.PodLabels.a.b/c');
	});
});

describe('a column of a path', () => {
	test.each([
		['settings.Driver', { Settings: { Driver: '535.54' } }, '535.54'],
		['Settings.EnableRDMA', { Settings: { EnableRDMA: true } }, 'true'],
		['Settings.EnableRDMA', { Settings: { EnableRDMA: false } }, 'false'],
		['RetryCount', { RetryCount: 0 }, '0'],
		['Duration', { Duration: 3780 }, '1h03'],
		['JobMaxRunningTimeMinutes', { JobMaxRunningTimeMinutes: 90 }, '1h30'],
		['GmtModifiedTime', { GmtModifiedTime: '2026-11-09T12:00:00.5+08:00' }, '2026-11-09T04:00:00Z'],
		['GmtModifiedTime', { GmtModifiedTime: 'null' }, ''],
		['GmtModifiedTime', { GmtModifiedTime: 'soon' }, 'soon'],
		['JobSpecs[].Image', { JobSpecs: [{ Image: 'a' }, { Image: 'b' }, { Image: 'a' }, {}] }, 'a ×2, b'],
		['jobspecs.podcount', { JobSpecs: [{ PodCount: 1 }, { PodCount: 8 }] }, '1, 8'],
		['JobSpecs.Image', { JobSpecs: { Image: 'lone' } }, 'lone'],
		['Pods[].NodeName', { Pods: [{ NodeName: 'n1' }, { NodeName: '' }, { NodeName: 'n2' }] }, 'n1, n2'],
		['NodeNames', { NodeNames: ['n1', 'n2'] }, 'n1, n2'],
		['UserVpc.VpcId', { UserVpc: 'vpc-1' }, 'vpc-1'],
		['UserVpc.VpcId', { UserVpc: { VpcId: 'vpc-2' } }, 'vpc-2'],
		['Envs.RANK', { Envs: { RANK: '3' } }, '3'],
		['Envs.RANK', { Envs: { rank: '3' } }, ''],
		['Envs.toString', { Envs: {} }, ''],
		['Settings.AdvancedSettings.x', { Settings: { AdvancedSettings: { x: { y: 1 } } } }, '{"y":1}'],
		['Settings.Driver', { Settings: ['odd'] }, ''],
		['Settings.Driver', { Settings: { Driver: { odd: true } } }, '{"odd":true}'],
	])('%s of %j says %s', (id, item, expected) => {
		expect(cell(id, { JobId: 'dlc1', ...item })).toBe(expected);
	});

	test.each([
		['Envs.MY_TOKEN', { Envs: { MY_TOKEN: 'hush' } }],
		['JobSpecs.ImageConfig.Password', { JobSpecs: [{ ImageConfig: { Password: 'hush' } }] }],
		[
			'CredentialConfig.CredentialConfigItems.Roles.AssumeUserInfo.Id',
			{ CredentialConfig: { CredentialConfigItems: [{ Roles: [{ AssumeUserInfo: { Id: 'hush' } }] }] } },
		],
		['UserCommand', { UserCommand: 'train --password hush' }],
		[
			'jobspecs.extrapodspec.initcontainers.env.value',
			{ JobSpecs: [{ ExtraPodSpec: { InitContainers: [{ Env: [{ Name: 'API_KEY', Value: 'hush' }] }] } }] },
		],
		['Envs.JSON', { Envs: { JSON: '{"password":"hush"}' } }],
	])('%s hides what is secret', (id, item) => {
		const text = cell(id, item);
		expect(text).toContain('••••');
		expect(text).not.toContain('hush');
	});

	test('names many values up to a count, and all of them for a program', () => {
		const job = namedJob('dlc1', { NodeNames: Array.from({ length: 512 }, (_, index) => `n${index}`) });
		const column = columnOf('NodeNames[]');
		expect(column?.text(job, noon)).toMatch(/^n0, n1, .*, n19, … 492 more$/);
		expect(column?.raw?.(job, noon)).toMatch(/^n0, .*, n511$/);
	});

	test('gives a program whole seconds', () => {
		expect(columnOf('JobMaxRunningTimeMinutes')?.raw?.(namedJob('dlc1', { JobMaxRunningTimeMinutes: 90 }), noon)).toBe(
			'5400',
		);
	});

	test.each([
		['RetryCount', 'right', 'RETRYCOUNT'],
		['JobSpecs[].ResourceConfig.GPU', 'right', 'JOBSPECS.RESOURCECONFIG.GPU'],
		['Duration', 'right', 'DURATION'],
		['Settings.ErrorMonitoringArgs', undefined, 'ERRORMONITORINGARGS'],
		['Settings.Driver', undefined, 'SETTINGS.DRIVER'],
		['GmtModifiedTime', undefined, 'GMTMODIFIEDTIME'],
		['Envs.Mixed_Case', undefined, 'ENVS.Mixed_Case'],
	])('%s stands at the %s under %s', (id, align, title) => {
		expect(columnOf(id)).toMatchObject({ title, ...(align && { align }) });
		expect(columnOf(id)?.align).toBe(align);
	});

	test('is the same object each time, and only by its own spelling', () => {
		expect(columnOf('Settings.Driver')).toBe(columnOf('Settings.Driver'));
		expect(columnOf('settings.driver')).toBeUndefined();
	});
});

describe('a list of columns', () => {
	test('reads ids and paths in any case, each once', () => {
		expect(parseColumnList('NAME, settings.driver,Settings.Driver , gputype')).toEqual({
			ok: true,
			value: ['name', 'Settings.Driver', 'gpuType'],
		});
		expect(columnIds.map(columnIdOf)).toEqual(columnIds);
	});

	test.each([
		['nmae', 'nmae', 'name'],
		['name,setings.driver', 'setings.driver', 'Settings.Driver'],
		['CodeSourceId', 'CodeSourceId', 'CodeSource.CodeSourceId'],
		['Pods.NodeNam', 'Pods.NodeNam', 'Pods[].NodeName'],
	])('%s is refused: %s is nearest to %s', (list, word, near) => {
		expect(parseColumnList(list)).toEqual({ ok: false, problem: `there is no column ${word}; the nearest is ${near}` });
	});
});
