import type { Step } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import type { Json } from '../model/json.ts';
import type { State } from '../model/state.ts';
import type { LogLevel } from '../tables/log-levels.ts';
import { maskText } from '../text/mask.ts';
import type { Exchange, Log } from './ports.ts';
import { eventName } from './trace.ts';

type Update = (state: State, event: Event) => Step;
type Words = Readonly<Record<string, Json | undefined>>;

const timeOf = (at: number | undefined): string | undefined =>
	at === undefined ? undefined : new Date(at).toISOString();

const failureWords = ({ kind, message, Code, RequestId, httpStatus }: NonNullable<State['lastFailure']>): Words => ({
	kind,
	problem: maskText(message),
	code: Code,
	requestId: RequestId,
	status: httpStatus,
});

/** What polling does, in words of the log. */
export const pollingWords = ({ poll }: State): Words => {
	switch (poll.kind) {
		case 'fetching':
			return { state: poll.kind, inFlight: poll.inFlight.length, slow: poll.slow };
		case 'backing-off':
			return { state: poll.kind, until: timeOf(poll.retryAt), attempt: poll.attempt, ...failureWords(poll.failure) };
		case 'resting':
			return {
				state: poll.kind,
				until: timeOf(poll.retryAt),
				...(poll.failure === undefined ? {} : failureWords(poll.failure)),
			};
		case 'halted':
			return { state: poll.kind, ...failureWords(poll.failure) };
		case 'waiting':
		case 'paused':
			return { state: poll.kind };
	}
};

const levelOf = ({ poll }: State): LogLevel =>
	poll.kind === 'halted' || poll.kind === 'backing-off' ? 'error' : 'info';

/** Whether polling does something else now. A next request of the same round is no news: it has a line of its own. */
const isNews = (before: State, after: State): boolean =>
	before.poll.kind !== after.poll.kind ||
	('retryAt' in after.poll && 'retryAt' in before.poll && before.poll.retryAt !== after.poll.retryAt);

/** `update`, with every change of polling written to the log. */
export const logged =
	(update: Update, log: Log): Update =>
	(state, event) => {
		log.write('debug', event.at, { event: eventName(event) });
		const step = update(state, event);
		const [after] = step;
		// The moment of the next try is drawn right after the change, and the line waits for it.
		const isWhole = !('retryAt' in after.poll) || after.poll.retryAt !== undefined;
		if (isNews(state, after) && isWhole) {
			log.write(levelOf(after), event.at, { event: 'polling', ...pollingWords(after) });
		}
		return step;
	};

/** Writes a request and what came of it. */
export const logExchange = (log: Log, { at, Code, RequestId, outcome, asked, ...rest }: Exchange): void =>
	log.write(outcome === 'refused' || outcome === 'failed' ? 'error' : 'info', at, {
		event: 'request',
		outcome,
		...asked(),
		...rest,
		code: Code,
		requestId: RequestId,
	});
