import type { Clock } from '../runtime/ports.ts';

export type Deadline<Value> = {
	/** Aborted by whoever lost interest in the answer. */
	readonly signal: AbortSignal;
	readonly clock: Clock;
	readonly ms: number;
	/** The value when the work was cut short. */
	readonly cutShort: (why: 'aborted' | 'late') => Value;
};

/**
 * Runs `work` until it ends, its caller aborts it, or the time is up, whichever is first. Does not wait for work that
 * reacts slowly to its own signal: undici hears an abort only once it is connected. `work` must not reject.
 */
export const withDeadline = <Value>(
	work: (signal: AbortSignal) => Promise<Value>,
	{ signal, clock, ms, cutShort }: Deadline<Value>,
): Promise<Value> =>
	new Promise(resolve => {
		const inner = new AbortController();
		const end = (value: Value): void => {
			cancelTimer();
			signal.removeEventListener('abort', onAbort);
			resolve(value);
		};
		const onAbort = (): void => {
			inner.abort();
			end(cutShort('aborted'));
		};
		const cancelTimer = clock.setTimeout(() => {
			inner.abort();
			end(cutShort('late'));
		}, ms);
		if (signal.aborted) {
			onAbort();
			return;
		}
		signal.addEventListener('abort', onAbort);
		work(inner.signal).then(end);
	});
