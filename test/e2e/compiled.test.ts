import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { runInTerminal } from '../support/monitor.ts';
import { product } from '../support/product.ts';
import { run } from '../support/runs.ts';
import { isLive } from '../support/screens.ts';

/** The executable is compiled already. */
const keeps = product.args.length > 0;

const cache = mkdtempSync(join(tmpdir(), 'dlctop-cache-'));
const asked = (XDG_CACHE_HOME: string) => run(['--no-such-flag'], { HOME: cache, XDG_CACHE_HOME });
let first: Awaited<ReturnType<typeof asked>> = { code: 0, stdout: '', stderr: '' };

beforeAll(async () => {
	first = await asked(cache);
});

test('what the compiler made is kept in the folder for caches alone, and a start does not depend on it', async () => {
	expect(readdirSync(cache)).toEqual(keeps ? ['dlctop'] : []);
	const file = join(cache, 'file');
	writeFileSync(file, '');
	expect([await asked(cache), await asked(file), await asked('relative')]).toEqual([first, first, first]);
	expect(first.code).toBe(2);
	expect(first.stderr).toContain('--no-such-flag');
	expect(readdirSync(cache).toSorted()).toEqual(keeps ? ['.cache', 'dlctop', 'file'] : ['file']);
});

test('nothing is kept where the variable of Node forbids it', async () => {
	const home = mkdtempSync(join(tmpdir(), 'dlctop-cache-'));
	const { code } = await run(['--no-such-flag'], { HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' });
	expect([code, readdirSync(home)]).toEqual([2, []]);
});

test.runIf(keeps)('a file of somebody else is none of ours, whatever its name', async () => {
	const home = mkdtempSync(join(tmpdir(), 'dlctop-cache-'));
	writeFileSync(join(home, 'lib-abcdefgh.js'), 'module.exports = 1;');
	writeFileSync(join(home, 'first.cjs'), "process.on('exit', () => require('./lib-abcdefgh.js'));");
	const env = { HOME: home, NODE_OPTIONS: `--require ${join(home, 'first.cjs')}` };
	for (let turn = 0; turn < 2; turn++) {
		expect((await run(['--no-such-flag'], env)).code).toBe(2);
		const kept = readdirSync(join(home, '.cache/dlctop'), { recursive: true, encoding: 'utf8' });
		expect(kept.filter(name => name.includes('.js')).map(name => name.replace(/^.*\/|-.*$/g, ''))).toEqual([
			'arguments',
		]);
	}
});

test.runIf(keeps)(
	'a run that loads all takes the place of what shorter ones kept, and no shorter one that of its',
	async () => {
		const home = mkdtempSync(join(tmpdir(), 'dlctop-cache-'));
		const ofArguments = () => {
			const [own = ''] = readdirSync(join(home, '.cache/dlctop'));
			const folder = join(home, '.cache/dlctop', own);
			return readdirSync(folder)
				.filter(name => name.startsWith('arguments-'))
				.map(name => ({ isPart: name.endsWith('~'), bytes: statSync(join(folder, name)).size }));
		};
		await run(['--no-such-flag'], { HOME: home });
		const [part] = ofArguments();
		expect(part?.isPart).toBe(true);

		const terminal = runInTerminal({ args: ['--demo'], env: { HOME: home } });
		await terminal.waitFor(isLive, 'the rows');
		terminal.type('q');
		await terminal.exited;
		const whole = ofArguments();
		expect(whole).toEqual([{ isPart: false, bytes: expect.any(Number) }]);
		expect(whole[0]?.bytes).toBeGreaterThan(part?.bytes ?? 0);

		await run(['--no-such-flag'], { HOME: home });
		expect(ofArguments()).toEqual(whole);
	},
);

test.runIf(keeps)('what a monitor kept is used again by the next one, every file of it', async () => {
	const home = mkdtempSync(join(tmpdir(), 'dlctop-cache-'));
	const afterMonitor = async () => {
		const terminal = runInTerminal({ args: ['--demo'], env: { HOME: home } });
		await terminal.waitFor(isLive, 'the rows');
		terminal.type('q');
		await terminal.exited;
		const [own = ''] = readdirSync(join(home, '.cache/dlctop'));
		const folder = join(home, '.cache/dlctop', own);
		return readdirSync(folder).map(name => `${name} ${statSync(join(folder, name)).ino}`);
	};
	const kept = await afterMonitor();
	expect(kept).toContainEqual(expect.stringMatching(/^view-/));
	expect(await afterMonitor()).toEqual(kept);
});

test.runIf(keeps)('what is kept is for its user alone, used again, and made anew where it is broken', async () => {
	const own = readdirSync(join(cache, 'dlctop')).find(name => name.startsWith('node-')) ?? '';
	const folder = join(cache, 'dlctop', own);
	const name = readdirSync(folder).find(entry => entry.startsWith('arguments-')) ?? '';
	const kept = join(folder, name);
	const { mode, ino } = statSync(kept);
	expect([mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);

	expect(await asked(cache)).toEqual(first);
	expect(statSync(kept).ino).toBe(ino);

	const whole = readFileSync(kept);
	const flipped = Buffer.from(whole);
	flipped[whole.length >> 1] = (whole[whole.length >> 1] ?? 0) ^ 0xff;
	for (const broken of [flipped, whole.subarray(0, whole.length - 100), Buffer.alloc(0), Buffer.alloc(9)]) {
		writeFileSync(kept, broken);
		expect(await asked(cache)).toEqual(first);
		expect(readFileSync(kept).length).toBeGreaterThan(100_000);
		expect(readFileSync(kept).equals(broken)).toBe(false);
	}

	writeFileSync(join(folder, 'arguments-AAAAAAAA.js-1-1'), 'of another version');
	const before = statSync(kept).ino;
	chmodSync(kept, 0o622);
	expect(await asked(cache)).toEqual(first);
	expect(statSync(kept).ino).not.toBe(before);
	expect(statSync(kept).mode & 0o777).toBe(0o600);
	expect(readdirSync(folder)).not.toContain('arguments-AAAAAAAA.js-1-1');

	chmodSync(folder, 0o500);
	onTestFinished(() => chmodSync(folder, 0o700));
	expect(await asked(cache)).toEqual(first);
});
