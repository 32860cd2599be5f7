import type { Configured } from './config/configuration.ts';
import type { Failure } from './failure.ts';
import type { JobPage } from './job.ts';
import type { Json } from './json.ts';
import type { ReadLines } from './logs/read.ts';
import type { Known, OpenedPlace } from './places.ts';
import type { Size } from './state.ts';
import type { Figures } from './stats/figures.ts';

/** Timers of the monitor; starting one replaces the running one of its name. */
export type TimerName = 'poll' | 'slow' | 'late' | 'typing' | 'logs' | 'scan' | 'gate';

/** What happened, in the past tense. */
export type Happening =
	| { readonly type: 'started' }
	| { readonly type: 'timer-started'; readonly timer: TimerName; readonly firesAt: number }
	| { readonly type: 'timer-fired'; readonly timer: TimerName }
	| { readonly type: 'page-arrived'; readonly request: number; readonly page: JobPage }
	/** A file that the keys come from is not as it was. */
	| { readonly type: 'credentials-changed' }
	| { readonly type: 'fetch-failed'; readonly request: number; readonly failure: Failure }
	/** What GetJob told of one job, without its RequestId. */
	| { readonly type: 'job-arrived'; readonly request: number; readonly item: Json }
	| { readonly type: 'job-failed'; readonly request: number; readonly failure: Failure }
	/** The pager could not be run; why, in words. */
	| { readonly type: 'pager-failed'; readonly problem: string }
	/** Lines for the log file are being lost; why, in words. */
	| { readonly type: 'log-failed'; readonly problem: string }
	/** Events or a log, read: for the screen that shows them. */
	| { readonly type: 'lines-arrived'; readonly request: number; readonly lines: ReadLines }
	| { readonly type: 'lines-failed'; readonly request: number; readonly failure: Failure }
	/** A connection to another place stands, for whoever asked for it. */
	| { readonly type: 'place-opened'; readonly request: number; readonly place: OpenedPlace; readonly profile: string }
	| { readonly type: 'place-refused'; readonly request: number; readonly failure: Failure }
	| { readonly type: 'names-told'; readonly request: number; readonly names: readonly Known[] }
	| { readonly type: 'names-refused'; readonly request: number; readonly failure: Failure }
	/** The settings file was read again, or written; what it leads to, and the news in words. */
	| {
			readonly type: 'settings-read';
			readonly configured: Configured;
			readonly notice: string;
			/** The view that was written. */
			readonly saved?: string;
	  }
	/** The settings file cannot be read, or not be written; the former settings hold. */
	| { readonly type: 'settings-refused'; readonly problem: string }
	/** Lines were written to a file: what, in words, and where. */
	| { readonly type: 'lines-saved'; readonly words: string; readonly path: string }
	/** They were not, as there is such a file. */
	| { readonly type: 'file-exists'; readonly path: string }
	/** They were not; why, in words. */
	| { readonly type: 'save-failed'; readonly path: string; readonly problem: string }
	/** What `take-figures` asked for. */
	| { readonly type: 'figures-taken'; readonly figures: Figures }
	/** A key by its name, as in the key table: `j`, `ctrl+d`, `enter`, `up`. */
	| { readonly type: 'key-pressed'; readonly key: string }
	/** Text that came in one piece, as from a paste. */
	| { readonly type: 'text-pasted'; readonly text: string }
	| { readonly type: 'resized'; readonly size: Size };

/** Every event carries its time, in ms since the epoch, so that the core needs no clock and a run can be replayed. */
export type Event = Happening & { readonly at: number };
