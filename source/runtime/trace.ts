import type { Step } from '../model/effect.ts';
import type { Event } from '../model/event.ts';
import type { State } from '../model/state.ts';
import type { Trace } from './ports.ts';

/** Events that are remembered. */
const most = 40;

type Update = (state: State, event: Event) => Step;

/** The name of an event; never a key or a text, which may be a password typed at the wrong place. */
export const eventName = (event: Event): string =>
	event.type === 'timer-fired' || event.type === 'timer-started' ? `${event.type} ${event.timer}` : event.type;

/** `update`, with a memory of the last events for whoever has to find out what went wrong. */
export const traced = (update: Update): { readonly update: Update; readonly events: () => readonly Trace[] } => {
	const events: Trace[] = [];
	return {
		update: (state, event) => {
			events.push({ at: event.at, name: eventName(event) });
			if (events.length > most) {
				events.shift();
			}
			return update(state, event);
		},
		events: () => events,
	};
};
