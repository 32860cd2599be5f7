import type { Failure, Result } from '../model/failure.ts';
import { failed, success } from '../model/failure.ts';
import type { Listing, State } from '../model/state.ts';
import type { Clock } from '../runtime/ports.ts';
import type { Connection } from './connect.ts';
import { startHeadless } from './headless.ts';
import type { Start } from './prepare.ts';

/** All pages of a query, read once; the failure of pages that could not be read. */
export type Swept = { readonly listing: Listing; readonly missed: Failure | undefined };

const outcome = ({ listing, poll, lastFailure }: State): Result<Swept> | undefined => {
	if (poll.kind === 'halted' || poll.kind === 'backing-off') {
		return failed(poll.failure);
	}
	return listing?.sweep?.done === true ? success({ listing, missed: lastFailure }) : undefined;
};

/** Reads all pages once, more slowly where the service asks for it; undefined when `stop` came first. */
export const sweepOnce = async (
	start: Start,
	connection: Connection,
	clock: Clock,
	stop: Promise<unknown>,
): Promise<Result<Swept> | undefined> => {
	const program = startHeadless(start, connection, clock);
	const swept = new Promise<Result<Swept>>(resolve => {
		program.subscribe(() => {
			const result = outcome(program.getState());
			if (result !== undefined) {
				resolve(result);
			}
		});
	});
	program.send({ type: 'started' });
	const result = await Promise.race([swept, stop.then(() => undefined)]);
	program.stop();
	return result;
};
