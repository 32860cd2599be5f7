import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openMonitor, runInTerminal, startService } from '../support/monitor.ts';
import { cellsUnder, isLive, tableRows } from '../support/screens.ts';

test('goes to another workspace, region and profile without leaving, and stays where a switch fails', async () => {
	const terminal = await openMonitor();
	const first = await terminal.waitFor(isLive, 'the first rows');
	const here = cellsUnder(first, 'JOB ID');
	terminal.press('space', 'j', 'space', '=');
	await terminal.waitFor('▸ DIFFERENCES', 'the differences of two jobs of this place');
	terminal.type(':workspace ');
	await terminal.waitFor('vision-lab', 'the names that AIWorkSpace lists');
	terminal.type('vis');
	terminal.press('tab', 'enter');
	const there = await terminal.waitFor(
		lines => isLive(lines) && (lines[0] ?? '').includes('ws 1042 vision-lab') && tableRows(lines).length > 0,
		'the other workspace',
	);
	expect(there[1]).not.toContain('marked');
	expect(there.join('\n')).not.toContain('DIFFERENCES');
	expect(cellsUnder(there, 'JOB ID').filter(id => here.includes(id))).toEqual([]);
	terminal.type(':region cn-beijing\r');
	const beijing = await terminal.waitFor(
		lines => isLive(lines) && /^dlctop +cn-beijing/.test(lines[0] ?? ''),
		'the region',
	);
	expect(beijing[0]).toContain('ws 268');
	expect(cellsUnder(beijing, 'JOB ID')).toEqual(here);
	terminal.type(':profile nobody\r');
	const stays = await terminal.waitFor('still here, not at profile nobody', 'the refusal');
	expect(stays[0]).toContain('cn-beijing');
	expect(cellsUnder(stays, 'JOB ID')).toEqual(here);
	terminal.type(':region \t');
	await terminal.waitFor(':region ▏  cn-beijing cn-hangzhou', 'the regions that were seen, first');
});

test('a profile brings its own region before that of the environment, unless --region was given', async () => {
	const { url, accessKeyId: access_key_id, accessKeySecret: access_key_secret } = await startService();
	const home = mkdtempSync(join(tmpdir(), 'dlctop-profiles-'));
	const profiles = [{ name: 'here' }, { name: 'north', region_id: 'cn-beijing' }, { name: 'bare' }].map(profile => ({
		mode: 'AK',
		access_key_id,
		access_key_secret,
		...profile,
	}));
	mkdirSync(join(home, '.aliyun'));
	writeFileSync(join(home, '.aliyun/config.json'), JSON.stringify({ current: 'here', profiles }));
	const env = { HOME: home, ALIBABA_CLOUD_REGION_ID: 'cn-shanghai' };
	const args = ['--endpoint', url, '--interval=3600', '--profile=here'];
	const regionAfter = async (given: readonly string[], names: readonly string[]): Promise<readonly string[]> => {
		const terminal = runInTerminal({ args: [...args, ...given], env });
		await terminal.waitFor(isLive, 'the first rows');
		const regions: string[] = [];
		for (const name of names) {
			terminal.type(`:profile ${name}\r`);
			const lines = await terminal.waitFor(
				seen => isLive(seen) && /^dlctop +[a-z].* profile \S+ /.test(seen[0] ?? '') && (seen[0] ?? '').includes(name),
				`profile ${name}`,
			);
			regions.push(/^dlctop +(\S+)/.exec(lines[0] ?? '')?.[1] ?? '');
		}
		terminal.type('Q');
		return regions;
	};
	expect(await regionAfter([], ['north', 'bare'])).toEqual(['cn-beijing', 'cn-beijing']);
	expect(await regionAfter(['--region=cn-shenzhen'], ['north'])).toEqual(['cn-shenzhen']);
});
