import { expect, test } from 'vitest';
import { openerOf } from '../../source/adapters/desktop.ts';

test.each([
	['an X desktop', { DISPLAY: ':0' }, 'linux', 'xdg-open'],
	['a Wayland desktop', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 'xdg-open'],
	['a Mac', {}, 'darwin', 'open'],
	['a console without a desktop', { DISPLAY: '' }, 'linux', undefined],
	['X forwarded over ssh', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, 'linux', undefined],
	['a Mac far away', { SSH_TTY: '/dev/ttys000' }, 'darwin', undefined],
] as const)('on %s links open with the right command, or not at all', (_, env, platform, opener) => {
	expect(openerOf(env, platform)).toBe(opener);
});
