import type { FaultName } from '../tables/faults.ts';
import type { Refusal } from './refusal.ts';

/** An answer to give instead of the true one: an error of the service, or any bytes with any status. */
export type Fault = { readonly headers?: Readonly<Record<string, string>> } & (
	| Refusal
	| { readonly status: number; readonly body: string }
);

export type Faults = {
	/** The next request gets this; several are given out in their order. */
	readonly failNext: (fault: Fault | FaultName) => void;
	/** The fault for a request, if one waits. */
	readonly take: () => Fault | FaultName | undefined;
	/** From now on answers wait, until the returned function is called. */
	readonly hold: () => () => void;
	/** Resolves when nothing holds answers. */
	readonly released: () => Promise<void>;
};

export const makeFaults = (): Faults => {
	const waiting: (Fault | FaultName)[] = [];
	let held: Promise<void> = Promise.resolve();
	return {
		failNext: fault => {
			waiting.push(fault);
		},
		take: () => waiting.shift(),
		hold: () => {
			let release = (): void => {};
			const mine = new Promise<void>(resolve => {
				release = resolve;
			});
			held = Promise.all([held, mine]).then(() => {});
			return () => release();
		},
		released: () => held,
	};
};
