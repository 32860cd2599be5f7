import type { SettingsChange } from '../model/config/configuration.ts';
import type { Happening } from '../model/event.ts';
import type { Failure, Result } from '../model/failure.ts';
import type { JobPage } from '../model/job.ts';
import type { Json } from '../model/json.ts';
import type { KeptOrder } from '../model/kept-order.ts';
import type { LineRange } from '../model/logs/feed.ts';
import type { Known, OpenedPlace, Seen, Wish } from '../model/places.ts';
import type { LogLevel } from '../tables/log-levels.ts';
import type { ListJobsParameters } from '../tables/parameters.ts';

/** The service, as the program sees it. Never throws: a failure is a value; an aborted call resolves to a `network` failure. */
export type JobsApi = {
	readonly listJobs: (parameters: ListJobsParameters, signal: AbortSignal) => Promise<Result<JobPage, Failure>>;
	/** The item of one job as GetJob tells it, without its RequestId; shallow enough to walk by recursion. */
	readonly getJob: (JobId: string, signal: AbortSignal) => Promise<Result<Json, Failure>>;
	readonly getJobEvents: (JobId: string, range: LineRange, signal: AbortSignal) => Promise<Lines>;
	readonly getPodEvents: (pod: PodName, range: LineRange, signal: AbortSignal) => Promise<Lines>;
	/** The workspaces that the caller is a member of, as the neighbour service AIWorkSpace lists them. */
	readonly listWorkspaces: (signal: AbortSignal) => Promise<Result<readonly Known[], Failure>>;
	/** The newest lines that a pod printed in the range, oldest first. */
	readonly getPodLogs: (pod: PodName, range: LineRange, signal: AbortSignal) => Promise<Lines>;
	/** Calls `changed` once, as soon as a file that the keys come from changes; the returned function ends the watch. */
	readonly watchKeys: (changed: () => void) => () => void;
};

type Lines = Result<readonly string[], Failure>;

/** A pod as Pods of an item names it. Without a PodUid the service takes the last run of the pod. */
export type PodName = { readonly JobId: string; readonly PodId: string; readonly PodUid: string };

/** A connection to another place, not in use yet. */
export type Opened = {
	readonly place: OpenedPlace;
	/** The profile it signs in as; `''` where none was named. */
	readonly profile: string;
	/** From here on {@link JobsApi} asks there, and the former connection is closed. */
	readonly use: () => void;
	readonly drop: () => void;
};

/** Where else the service can be asked. */
export type Places = {
	readonly open: (wish: Wish) => Promise<Result<Opened, Failure>>;
	/** The profiles of the CLI's file, by their names. */
	readonly profiles: () => Promise<Result<readonly Known[], Failure>>;
};

/** Time, injected. Everything is in ms. */
export type Clock = {
	/** Wall clock, ms since the epoch. */
	readonly now: () => number;
	/** Runs `run` once after `ms`; the returned function cancels. */
	readonly setTimeout: (run: () => void, ms: number) => () => void;
};

/** The terminal, for what is not a frame. */
export type Terminal = {
	/** Paints the last frame whole, whatever the terminal shows now. */
	readonly repaint: () => void;
	/** Hands the terminal to the shell (job control) and takes it back on return. */
	readonly suspend: () => void;
	/** Shows a text in the user's pager and waits for its end; what went wrong, in words. */
	readonly page: (text: string) => string | undefined;
	/** Sends a text to its clipboard, without an answer. */
	readonly copy: (text: string) => void;
	/** Rings once, and shows each line as a notice. */
	readonly notify: (lines: readonly string[]) => void;
	/** Counts in its title what was not seen; 0 gives the former title back. */
	readonly setTitle: (unread: number) => void;
	/** Opens an address on the desktop around it. */
	readonly open: (address: string) => void;
	readonly exit: () => void;
};

/** What the monitor keeps for its next run. */
export type Keeper = {
	/** Keeps an order and a grouping in place of the former ones. */
	readonly saveOrder: (order: KeptOrder) => void;
	/** Keeps the places that were seen. */
	readonly savePlaces: (seen: Seen) => void;
	/** Writes into the settings file, and tells what came of it. */
	readonly changeSettings: (change: SettingsChange) => Promise<Happening>;
};

/** Why a file was not written: there is one, or something went wrong, in words. */
export type SaveProblem = { readonly kind: 'exists' } | { readonly kind: 'failed'; readonly words: string };

/** Files that the user asks for. */
export type Files = {
	/** Writes a text for the user's eyes only, whole or not at all; resolves to where it is. Over another file only where `overwrite` says so. */
	readonly save: (path: string, text: string, overwrite: boolean) => Promise<Result<string, SaveProblem>>;
};

/** The filters of former runs. Where they cannot be kept, the monitor goes on without. */
export type History = {
	/** Keeps these entries in place of the former ones, the newest last; returns at once. */
	readonly save: (entries: readonly string[]) => void;
};

/** That an event of this kind came, and when (ms since the epoch): nothing of what it carried. */
export type Trace = { readonly at: number; readonly name: string };

/** What was asked, as it is written down. */
export type Asked = { readonly path: string; readonly parameters: Readonly<Record<string, string>> };

/** One request and what came of it. No secret is in it. */
export type Exchange = {
	/** When it was sent, ms since the epoch. */
	readonly at: number;
	/** The operation's name: `ListJobs`. */
	readonly operation: string;
	/** Who was asked, where it is not the service itself. */
	readonly host?: string;
	/** Made out for who writes it down: a start has no use for it, and what finds secrets takes some milliseconds of one. */
	readonly asked: () => Asked;
	readonly outcome: 'answered' | 'refused' | 'failed' | 'cancelled';
	readonly status: number | undefined;
	readonly Code: string | undefined;
	readonly RequestId: string | undefined;
	/** What failed, where no answer came. */
	readonly problem: string | undefined;
	/** From the request to the last byte, in ms, by a clock that nobody sets. */
	readonly ms: number;
	/** Of the decoded body. */
	readonly bytes: number;
	/** 1, and one more for each failure of the operation since it last went well. */
	readonly attempt: number;
};

/** Where lines of a log go. Returns at once and never throws. */
export type Log = {
	readonly write: (level: LogLevel, at: number, entry: Readonly<Record<string, Json | undefined>>) => void;
};
