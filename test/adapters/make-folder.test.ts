import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, makeFolderSync } from '../../source/adapters/make-folder.ts';

const ways = [
	['at once', async (folder: string) => makeFolderSync(folder)],
	['in time', makeFolder],
] as const;

test.each(ways)(
	'a folder is made %s, with those around it, for the user alone, and may be there already',
	async (_, make) => {
		const home = mkdtempSync(join(tmpdir(), 'dlctop-folder-'));
		const folder = join(home, 'one', 'two');
		await make(folder);
		await make(folder);
		expect([join(home, 'one'), folder].map(path => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
	},
);

test.each(ways)('where nothing can be made, or a file is in the way, that is said %s', async (_, make) => {
	const home = mkdtempSync(join(tmpdir(), 'dlctop-folder-'));
	writeFileSync(join(home, 'file'), '');
	await expect(make(join(home, 'file', 'folder'))).rejects.toThrow('ENOTDIR');
	if (process.platform === 'linux') {
		await expect(make('/proc/nowhere/folder')).rejects.toThrow('ENOENT');
	}
});
