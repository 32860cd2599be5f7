import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { productWords } from '../support/product.ts';
import { hasTmux, openTmux } from '../support/tmux.ts';

test.runIf(hasTmux)('nothing of it stays above the prompt of a window that grew while it ran', async () => {
	const tmux = openTmux(mkdtempSync(join(tmpdir(), 'dlctop-tmux-')));
	tmux(
		'new-session',
		'-d',
		'-x',
		'80',
		'-y',
		'24',
		`echo before; ${productWords} --demo --interval 3600; echo after; exec sleep 60`,
	);
	const shows = async (wanted: RegExp): Promise<string> => {
		await vi.waitFor(() => expect(tmux('capture-pane', '-p')).toMatch(wanted), { timeout: 10_000, interval: 50 });
		// The lines above those in sight as well.
		return tmux('capture-pane', '-p', '-S', '-');
	};
	await shows(/▸ /u);
	tmux('resize-window', '-x', '120', '-y', '30');
	await shows(/created in the last 7 d {10,}/);
	tmux('send-keys', 'q');
	expect((await shows(/^after$/m)).trim().split('\n')).toEqual(['before', 'after']);
});
