import type { Size } from '../model/state.ts';
import { update } from '../model/update.ts';
import type { Clock } from '../runtime/ports.ts';
import { createProgram, type Program } from '../runtime/program.ts';
import type { Connection } from './connect.ts';
import type { Start } from './prepare.ts';
import { stateFrom } from './start-state.ts';

/** Nobody looks at it; it only has to be large enough to hold a screen. */
const size: Size = { columns: 120, rows: 30 };

const nothing = (): void => {};
/** Only keys order these, and none are pressed. */
const never = <Value>(): Promise<Value> => new Promise(() => {});

/** The monitor without a screen and without keys: it loads everything that was asked for, and polls. */
export const startHeadless = (start: Start, connection: Connection, clock: Clock): Program =>
	createProgram({ ...stateFrom(start, connection, size, clock.now()), everything: true, opensOn: undefined }, update, {
		api: connection.api,
		clock,
		random: Math.random,
		history: { save: nothing },
		keeper: { saveOrder: nothing, savePlaces: nothing, changeSettings: never },
		files: { save: never },
		// Nobody can ask for them without a key.
		figures: () => ({
			at: 0,
			requestsLastMinute: 0,
			requests: 0,
			answers: 0,
			errors: 0,
			latency: undefined,
			receivedBytes: 0,
			terminalBytes: 0,
			heapBytes: 0,
			residentBytes: 0,
		}),
		places: { open: never, profiles: never },
		terminal: {
			repaint: nothing,
			suspend: nothing,
			page: () => undefined,
			copy: nothing,
			open: nothing,
			notify: nothing,
			setTitle: nothing,
			exit: nothing,
		},
	});
