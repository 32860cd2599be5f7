import { isAbsolute, join } from 'node:path';
import type { Environment } from './environment.ts';

/** Where a program keeps what it wants to find again (XDG Base Directory Specification); undefined without a home. */
export const stateDirectory = (env: Environment): string | undefined => {
	const { XDG_STATE_HOME: state = '', HOME: home = '' } = env;
	if (isAbsolute(state)) {
		return join(state, 'dlctop');
	}
	return isAbsolute(home) ? join(home, '.local', 'state', 'dlctop') : undefined;
};
