import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

const isSet = (value: string | undefined): boolean => (value ?? '') !== '';

/** The command that opens an address on the desktop of this machine; undefined where the user sits elsewhere, or at no desktop. */
export const openerOf = (env: Environment, platform: NodeJS.Platform): string | undefined => {
	if (isSet(env.SSH_CONNECTION) || isSet(env.SSH_TTY) || isSet(env.SSH_CLIENT)) {
		return undefined;
	}
	if (platform === 'darwin') {
		return 'open';
	}
	return platform !== 'win32' && (isSet(env.DISPLAY) || isSet(env.WAYLAND_DISPLAY)) ? 'xdg-open' : undefined;
};

/** Opens an address and does not wait. Where the command is missing nothing happens: the user has the link as well. */
export const openAddress = (opener: string, address: string): void => {
	const child = spawn(opener, [address], { detached: true, stdio: 'ignore' });
	child.once('error', () => {});
	child.unref();
};
