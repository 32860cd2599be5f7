import { clockTime } from '../../text/clock-time.ts';
import type { Failure, FailureKind } from '../failure.ts';
import type { Fetching, Poll } from '../poll.ts';
import { effectiveWindow, windowIsWidened, workspacesOf } from '../query.ts';
import type { Settings } from '../settings.ts';
import { looksAs } from '../show-look.ts';
import type { Standing } from '../state.ts';
import { windowDays, windowWords } from '../window.ts';
import { workspaceName } from '../workspaces.ts';

export type Tone = 'good' | 'busy' | 'warning' | 'bad' | 'plain';

/** What the right end of the first line says about polling. */
export type PollWords = {
	readonly text: string;
	readonly tone: Tone;
	/** The beginning of the text that is never cut; all of it where this is not given. What comes behind gives way to the place where one is. */
	readonly gist?: string;
};

/** Below this many columns the lines around the table use their short words. */
export const compactBelow = 100;
export const isCompact = (columns: number): boolean => columns < compactBelow;

const failureWords: Readonly<Record<FailureKind, string>> = {
	throttled: 'throttled',
	'signed-out': 'signed out',
	'not-allowed': 'not allowed',
	'bad-request': 'request refused',
	service: 'service error',
	network: 'no connection',
	'malformed-answer': 'unreadable answer',
};

/** An age in the largest unit that it fills: `30 s`, `5 m`. */
export const coarseAge = (ms: number): string => {
	const seconds = Math.round(ms / 1000);
	if (seconds < 60) {
		return `${seconds} s`;
	}
	return seconds < 3600 ? `${Math.round(seconds / 60)} m` : `${Math.round(seconds / 3600)} h`;
};

/** `· 14:03:27`, the time of the last answer, and how old it is once it is late. */
const answered = (state: Standing): string => {
	if (state.listing === undefined) {
		return '';
	}
	const late = state.lateByMs === undefined ? '' : ` · ${coarseAge(state.lateByMs)} old`;
	return ` · ${clockTime(state.listing.answeredAt)}${late}`;
};

const period = (state: Standing): string => {
	const seconds = state.settings.periodMs / 1000;
	return seconds % 60 === 0 && seconds >= 60 ? `${seconds / 60}m` : `${seconds}s`;
};

const halted = (failure: Failure): PollWords => {
	const gist = `✗ ${failureWords[failure.kind]}`;
	return { text: `${gist}: ${failure.next ?? 'r tries again'}`, tone: 'bad', gist };
};

const fetching = (state: Standing, poll: Fetching): PollWords => {
	if (poll.slow) {
		const since = Math.min(...poll.inFlight.map(sent => sent.since));
		return { text: `◌ waiting since ${clockTime(since)}`, tone: 'busy' };
	}
	if (poll.afterwards === 'pause') {
		return paused(state);
	}
	if (state.lastFailure !== undefined) {
		return { text: `⚠ ${failureWords[state.lastFailure.kind]}, trying again${answered(state)}`, tone: 'warning' };
	}
	return state.listing === undefined ? { text: '◌ asking', tone: 'busy' } : live(state);
};

const paused = (state: Standing): PollWords => ({ text: `‖ PAUSED${answered(state)}`, tone: 'warning' });

/** In the middle of a round: what it waits for. */
const resting = ({ failure, retryAt }: Extract<Poll, { kind: 'resting' }>): PollWords => {
	const next = retryAt === undefined ? '' : clockTime(retryAt);
	return failure === undefined
		? { text: `◌ request limit, next ${next}`, tone: 'busy' }
		: { text: `⚠ ${failureWords[failure.kind]}, retry at ${next}`, tone: 'warning' };
};

const live = (state: Standing): PollWords => ({ text: `● live ${period(state)}${answered(state)}`, tone: 'good' });

/** The poll state in words. It is on the screen in every width. */
export const pollWords = (state: Standing): PollWords => {
	const { poll } = state;
	switch (poll.kind) {
		case 'fetching':
			return fetching(state, poll);
		case 'waiting':
			return live(state);
		case 'backing-off': {
			const retry = poll.retryAt === undefined ? '' : `, retry at ${clockTime(poll.retryAt)}`;
			return { text: `⚠ ${failureWords[poll.failure.kind]}${retry}`, tone: 'warning' };
		}
		case 'resting':
			return resting(poll);
		case 'paused':
			return paused(state);
		case 'halted':
			return halted(poll.failure);
	}
};

/** The name at the head of the screen: nobody shall take the embedded service for the real one. */
export const brandWords = ({ demo, chaos }: Pick<Settings, 'demo' | 'chaos'>): string =>
	['dlctop', ...(demo ? ['DEMO'] : []), ...(chaos ? ['· CHAOS'] : [])].join(' ');

/** One piece of the first line's left half. A higher rank goes first when the line gets narrow. */
export type ScopePart = {
	readonly text: string;
	readonly rank: number;
	/** The same in fewer cells, where not even this part alone has room, or what to do about a failure needs it. */
	readonly shorter?: string;
	/** It tells where, or how far back, one looks: what to do about a failure gives way to it. */
	readonly isPlace?: true;
};

/** Of what stands beside the place, whose jobs these are is the last to go, where the credentials come from the first. */
export const mineRank = 2;
export const sourceRank = 5;

const workspaceOf = (state: Standing): string => {
	const { WorkspaceId, FromAllWorkspaces } = state.query.others;
	if (FromAllWorkspaces === true) {
		return 'all workspaces';
	}
	const several = workspacesOf(state.query).length;
	if (several > 1) {
		return `${several} workspaces`;
	}
	const jobs = state.listing?.loaded ?? [];
	const home = WorkspaceId === undefined ? state.listing?.home : undefined;
	const id = WorkspaceId ?? home?.id;
	if (id === undefined) {
		return 'default workspace';
	}
	const name = home?.name || jobs.find(job => job.WorkspaceId === id)?.WorkspaceName || workspaceName(state, id);
	return name === '' || isCompact(state.size.columns) ? `ws ${id}` : `ws ${id} ${name}`;
};

const windowPart = (state: Standing): string => {
	const window = effectiveWindow(state.query);
	if (isCompact(state.size.columns)) {
		return windowWords(window, 'short');
	}
	const field = state.query.others.TimeRangeField ?? 'created';
	const forWhom = state.query.statuses.length > 0 ? ', for live jobs' : ', for one job';
	const why = windowIsWidened(state.query) ? forWhom : '';
	return `${field} ${windowWords(window, 'long')}${why}`;
};

/** The saved view that is shown, as long as nothing of it was changed. */
const shownView = (state: Standing): string | undefined => {
	const { current } = state.journey;
	return current !== undefined && looksAs(state, current.look) ? current.view : undefined;
};

/** Region, view, workspace, whose jobs, the window, and where the credentials come from; in this order on the screen. */
export const scopeParts = (state: Standing): readonly ScopePart[] => {
	const { region, credentials } = state.settings;
	const view = shownView(state);
	const compact = isCompact(state.size.columns);
	const { opening } = state.places;
	return [
		...(opening === undefined ? [] : [{ text: `→ ${opening.to}`, rank: 0, isPlace: true } as const]),
		...(compact || region === '' ? [] : [{ text: region, rank: 4, isPlace: true } as const]),
		...(view === undefined ? [] : [{ text: `view ${view}`, rank: 2.5 }]),
		{ text: workspaceOf(state), rank: 3, isPlace: true },
		{ text: state.query.mine ? 'mine' : 'everyone', rank: mineRank },
		{ text: windowPart(state), rank: 1, shorter: windowDays(effectiveWindow(state.query)), isPlace: true },
		...(compact || credentials === '' ? [] : [{ text: credentials, rank: sourceRank }]),
	];
};
