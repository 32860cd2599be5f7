import { type Failure, failed, type Result, success } from '../../model/failure.ts';
import type { AccessKey } from '../signature.ts';

/** What a client signs with. Never rejects. */
export type KeySource = {
	/** The keys for a request that is sent now. */
	readonly keys: () => Promise<Result<AccessKey>>;
	/** The service called these keys expired: resolves to other ones, or to why there are none. */
	readonly renew: (refused: AccessKey) => Promise<Result<AccessKey>>;
	/** Calls `changed` once, as soon as a file that the keys come from changes; the returned function ends the watch. */
	readonly watch: (changed: () => void) => () => void;
};

/** Keys that never change: those of the embedded service. */
export const fixedKeys = (keys: AccessKey): KeySource => ({
	keys: async () => success(keys),
	renew: async () => failed<Failure>({ kind: 'signed-out', message: 'These keys cannot be renewed.' }),
	watch: () => () => {},
});
