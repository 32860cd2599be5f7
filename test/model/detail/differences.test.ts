import { describe, expect, test } from 'vitest';
import { differences } from '../../../source/model/detail/differences.ts';
import type { JsonObject } from '../../../source/model/json.ts';
import { namedJob } from '../../support/jobs.ts';

const job = (id: string, item: JsonObject) => namedJob(id, item);
const master = (more: JsonObject = {}): JsonObject => ({
	Type: 'Master',
	Image: 'torch:2.6',
	PodCount: 1,
	ResourceConfig: { GPU: '8', GPUType: 'H20' },
	...more,
});

describe('the differences of two jobs', () => {
	test('are none between jobs that differ in name, status and times only', () => {
		const item = { JobSpecs: [master()], Envs: { A: '1' } };
		const b = job('dlc2', { ...item, DisplayName: 'other', Status: 'Failed', GmtRunningTime: '2026-11-09T11:00:00Z' });
		expect(differences(job('dlc1', item), b)).toEqual([]);
	});

	test('name image, resources, code, command, variables, nodes and settings, each with both values', () => {
		const a = job('dlc1', {
			JobSpecs: [master()],
			CodeSource: { Commit: 'abc', Branch: 'main' },
			UserCommand: 'python a.py',
			Envs: { SAME: '1', LR: '1e-4', OLD: 'x' },
			NodeCount: '1',
			Settings: { EnableRDMA: true },
		});
		const b = job('dlc2', {
			JobSpecs: [master({ Image: 'torch:2.7', ResourceConfig: { GPU: '8', GPUType: 'H100' } })],
			CodeSource: { Commit: 'def', Branch: 'main' },
			UserCommand: 'python b.py',
			Envs: { SAME: '1', LR: '2e-4' },
			NodeCount: '2',
			Settings: { EnableRDMA: false },
		});
		expect(differences(a, b).map(({ path, a: ofA, b: ofB }) => ({ path, a: ofA, b: ofB }))).toEqual([
			{ path: 'Master.Image', a: 'torch:2.6', b: 'torch:2.7' },
			{ path: 'Master.ResourceConfig.GPUType', a: 'H20', b: 'H100' },
			{ path: 'nodes', a: 1, b: 2 },
			{ path: 'CodeSource.Commit', a: 'abc', b: 'def' },
			{ path: 'UserCommand', a: 'python a.py', b: 'python b.py' },
			{ path: 'Envs.LR', a: '1e-4', b: '2e-4' },
			{ path: 'Envs.OLD', a: 'x', b: undefined },
			{ path: 'Settings.EnableRDMA', a: true, b: false },
		]);
	});

	test('hold roles of the same type against each other, in whatever order they came', () => {
		const worker = master({ Type: 'Worker', PodCount: 7 });
		const a = job('dlc1', { JobSpecs: [master(), worker] });
		expect(differences(a, job('dlc2', { JobSpecs: [worker, master()] }))).toEqual([]);
		expect(differences(a, job('dlc2', { JobSpecs: [master()] })).map(({ path }) => path)).toContain('Worker.PodCount');
	});

	test('take absent, null and empty for the same', () => {
		expect(differences(job('dlc1', { WorkingDir: '' }), job('dlc2', { WorkingDir: null }))).toEqual([]);
	});

	test('say that a secret differs, without the secret where both are hidden alike', () => {
		const all = differences(
			job('dlc1', { UserCommand: 'TOKEN=hf_abcdef run a' }),
			job('dlc2', { UserCommand: 'TOKEN=hf_ghijkl run b' }),
		);
		expect(all).toHaveLength(1);
		expect(JSON.stringify(all)).not.toMatch(/hf_/);
	});

	test('tell of a field that no table knows, and of an entry of a list by its place', () => {
		const a = job('dlc1', { NewField: { Mode: 'x' }, DataSources: [{ Uri: 'oss://a' }, { Uri: 'oss://b' }] });
		const b = job('dlc2', { NewField: { Mode: 'y' }, DataSources: [{ Uri: 'oss://a' }, { Uri: 'oss://c' }] });
		expect(differences(a, b).map(({ path }) => path)).toEqual(['DataSources[1].Uri', 'NewField.Mode']);
	});

	test('compare variables that come as pairs by their names', () => {
		const pair = (Key: string, Value: string) => ({ Key, Value });
		const a = job('dlc1', { CustomEnvs: [pair('LR', '1'), pair('SAME', 'x')] });
		const b = job('dlc2', { CustomEnvs: [pair('SAME', 'x'), pair('LR', '2'), pair('HF_TOKEN', 'y')] });
		expect(differences(a, b)).toEqual([
			{ path: 'CustomEnvs.HF_TOKEN', a: undefined, b: '••••', hidden: false },
			{ path: 'CustomEnvs.LR', a: '1', b: '2', hidden: false },
		]);
	});

	test('tell that two secrets differ which look alike when masked', () => {
		const [only] = differences(job('dlc1', { Envs: { HF_TOKEN: 'a' } }), job('dlc2', { Envs: { HF_TOKEN: 'b' } }));
		expect(only).toEqual({ path: 'Envs.HF_TOKEN', a: '••••', b: '••••', hidden: true });
	});
});
