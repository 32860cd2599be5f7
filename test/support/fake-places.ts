import { failed } from '../../source/model/failure.ts';
import type { Places } from '../../source/runtime/ports.ts';

/** No place to go to. */
export const nowhere: Places = {
	open: async () => failed({ kind: 'network', message: 'there is no other place' }),
	profiles: async () => failed({ kind: 'network', message: 'there are no profiles' }),
};
