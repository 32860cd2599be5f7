import type { ListJobsParameters } from '../tables/parameters.ts';
import type { SettingsChange } from './config/configuration.ts';
import type { TimerName } from './event.ts';
import type { KeptOrder } from './kept-order.ts';
import type { Feed, LineRange } from './logs/feed.ts';
import type { Seen, Wish } from './places.ts';
import type { State } from './state.ts';

/** Orders to the outside world, as data. */
export type Effect =
	| { readonly type: 'fetch'; readonly request: number; readonly parameters: ListJobsParameters }
	/** Aborts every request in flight; their answers, should they come, are late. */
	| { readonly type: 'abort-fetches' }
	/** Asks for one job; its answer belongs to the detail pane. */
	| { readonly type: 'fetch-job'; readonly request: number; readonly JobId: string }
	/** Aborts the request of `fetch-job`. */
	| { readonly type: 'abort-job' }
	/** Asks for the first and the second of two jobs that are compared. */
	| { readonly type: 'fetch-first' | 'fetch-second'; readonly request: number; readonly JobId: string }
	/** Aborts the requests of `fetch-first` and `fetch-second`. */
	| { readonly type: 'abort-compared' }
	/** Shows a text in the user's pager, with the terminal handed over meanwhile. */
	| { readonly type: 'page-text'; readonly text: string }
	/** Asks for events or a log. */
	| { readonly type: 'fetch-lines'; readonly request: number; readonly feed: Feed; readonly range: LineRange }
	/** Aborts the request of `fetch-lines`. */
	| { readonly type: 'abort-lines' }
	/** Writes lines to a file, in place of one that is there only where `overwrite` says so. `words` say what is written. */
	| {
			readonly type: 'save-lines';
			readonly path: string;
			readonly text: string;
			readonly overwrite: boolean;
			readonly words: string;
	  }
	/** A range in ms; the runtime draws the moment, since chance is outside of the core. */
	| {
			readonly type: 'start-timer';
			readonly timer: TimerName;
			readonly atLeastMs: number;
			readonly atMostMs: number;
	  }
	/** Tells by `credentials-changed` when a file that the keys come from changes. */
	| { readonly type: 'watch-credentials' }
	| { readonly type: 'stop-watching-credentials' }
	| { readonly type: 'stop-timer'; readonly timer: TimerName }
	/** Sends a text to the terminal's clipboard. Nobody tells whether it arrives there. */
	| { readonly type: 'copy'; readonly text: string }
	/** Rings the terminal's bell, and shows these lines as notices of the desktop around it. */
	| { readonly type: 'notify'; readonly lines: readonly string[] }
	/** Counts in the terminal's title what was not seen yet; 0 gives the former title back. */
	| { readonly type: 'set-title'; readonly unread: number }
	/** Opens an address on the desktop. */
	| { readonly type: 'open'; readonly address: string }
	/** Keeps the filters for the next run, the newest last. */
	| { readonly type: 'save-history'; readonly entries: readonly string[] }
	/** Keeps one's own order and grouping for the next run. */
	| { readonly type: 'save-order'; readonly order: KeptOrder }
	/** Connects to another place; the present connection stays in use until `use-place`. */
	| { readonly type: 'open-place'; readonly request: number; readonly wish: Wish }
	/** From here on every request goes over the connection that was opened; the former one is closed. */
	| { readonly type: 'use-place'; readonly request: number }
	/** Closes a connection that was opened and is not wanted any more. */
	| { readonly type: 'drop-place'; readonly request: number }
	/** Asks for names to complete with. */
	| { readonly type: 'ask-names'; readonly request: number; readonly list: 'profiles' | 'workspaces' }
	/** Keeps the places that were seen for the next run. */
	| { readonly type: 'save-places'; readonly seen: Seen }
	/** Writes into the settings file; its answer is `settings-read` or `settings-refused`. */
	| { readonly type: 'change-settings'; readonly change: SettingsChange }
	/** Asks for the figures of this process: `figures-taken`. */
	| { readonly type: 'take-figures' }
	/** Paints the whole screen anew. */
	| { readonly type: 'repaint' }
	| { readonly type: 'suspend' }
	| { readonly type: 'exit' };

export type Step = readonly [state: State, effects: readonly Effect[]];

export const only = (state: State): Step => [state, []];

/** Runs a second transition on the outcome of a first one, keeping the effects of both in their order. */
export const andThen = ([state, effects]: Step, next: (state: State) => Step): Step => {
	const [after, more] = next(state);
	return [after, more.length === 0 ? effects : [...effects, ...more]];
};
