import process from 'node:process';
import { signalCode } from '../tables/exit-codes.ts';

const signals: readonly (readonly [NodeJS.Signals, number])[] = [
	['SIGHUP', 1],
	['SIGINT', 2],
	['SIGTERM', 15],
];

/** The first signal that asks the program to leave, as its exit code; `stop` gives signals their usual effect back. */
export const awaitSignal = (): { readonly code: Promise<number>; readonly stop: () => void } => {
	const stops: (() => void)[] = [];
	const code = new Promise<number>(resolve => {
		for (const [signal, number] of signals) {
			const listener = (): void => resolve(signalCode(number));
			process.on(signal, listener);
			stops.push(() => process.off(signal, listener));
		}
	});
	return {
		code,
		stop: () => {
			for (const stop of stops) {
				stop();
			}
		},
	};
};
