import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { plainEnvironment } from './monitor.ts';

/** What happens inside of tmux is tested where there is one. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** Gives orders to a tmux of the test's own, whose socket is in the folder; it is gone when the test is over. */
export const openTmux = (folder: string): ((...args: readonly string[]) => string) => {
	const own = ['-S', join(folder, 'socket'), '-f', '/dev/null'];
	onTestFinished(() => {
		spawnSync('tmux', [...own, 'kill-server']);
	});
	return (...args) => execFileSync('tmux', [...own, ...args], { env: plainEnvironment, encoding: 'utf8' });
};
