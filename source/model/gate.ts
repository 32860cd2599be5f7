import type { Effect, Step } from './effect.ts';
import type { Failure } from './failure.ts';
import { permit } from './permit.ts';
import type { State } from './state.ts';

/** Requests beside the list's: they wait here while there is no leave to send them. */
type Held = Extract<Effect, { type: 'fetch-job' | 'fetch-lines' | 'fetch-first' | 'fetch-second' }>;

export type Gate = {
	readonly held: readonly Held[];
	/** When they are let through, ms since the epoch; of no meaning while none is held. */
	readonly until: number;
	/** What the service said; undefined where this minute's requests are used up. */
	readonly failure: Failure | undefined;
};

export const openGate: Gate = { held: [], until: 0, failure: undefined };

const abortedBy = {
	'fetch-job': 'abort-job',
	'fetch-lines': 'abort-lines',
	'fetch-first': 'abort-compared',
	'fetch-second': 'abort-compared',
} as const satisfies Record<Held['type'], Effect['type']>;

const isHeld = (effect: Effect): effect is Held => Object.hasOwn(abortedBy, effect.type);

/** Without the requests that an order gives up or replaces. */
const without = (held: readonly Held[], effect: Effect): readonly Held[] =>
	held.filter(({ type }) => effect.type !== abortedBy[type] && effect.type !== type);

type Passing = { readonly state: State; readonly passed: readonly Effect[]; readonly holds: boolean };

const passOne = ({ state, passed, holds }: Passing, effect: Effect): Passing => {
	const held = without(state.gate.held, effect);
	const calm: State = held.length === state.gate.held.length ? state : { ...state, gate: { ...state.gate, held } };
	if (!isHeld(effect)) {
		return { state: calm, passed: [...passed, effect], holds };
	}
	return { state: { ...calm, gate: { ...calm.gate, held: [...held, effect] } }, passed, holds: true };
};

/** Sends what is held, in its order, as far as there is leave; then a timer tells when to try again. */
const release = (state: State, passed: readonly Effect[], at: number): Step => {
	const [first, ...held] = state.gate.held;
	if (first === undefined) {
		return [state, passed];
	}
	const leave = permit(state, 'pane', at);
	if (leave.waitMs === 0) {
		return release({ ...leave.state, gate: { ...state.gate, held } }, [...passed, first], at);
	}
	const { waitMs, failure } = leave;
	return [
		{ ...leave.state, gate: { ...state.gate, until: at + waitMs, failure } },
		[...passed, { type: 'start-timer', timer: 'gate', atLeastMs: waitMs, atMostMs: waitMs }],
	];
};

/** Lets the requests of a step pass, or holds them until the service and the bucket allow them. */
export const throughGate = ([state, effects]: Step, at: number): Step => {
	const start: Passing = { state, passed: [], holds: false };
	const { state: after, passed, holds } = effects.reduce(passOne, start);
	return holds ? release(after, passed, at) : [after, after === state ? effects : passed];
};

/** The time has come for what is held. */
export const gateTimerFired = (state: State, at: number): Step => release(state, [], at);
