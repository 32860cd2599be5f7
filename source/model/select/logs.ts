import { isScanned, type LogFilter } from '../logs/filter.ts';
import { allLines, feedOf, type LogView, shapeOf, shownLines } from '../logs/log-view.ts';
import { sinceWords } from '../logs/since.ts';
import { visibleRows } from '../logs/window.ts';
import type { State } from '../state.ts';

const titles = { log: 'LOG', 'pod-events': 'EVENTS', 'job-events': 'EVENTS OF THE JOB' } as const;

/** Narrower screens name a pod without the id of its job. */
const narrow = 80;

/** What is shown, in words: `LOG`, and the pod with its place among the pods. */
export const logTitle = (view: LogView, columns: number): { readonly kind: string; readonly of: string } => {
	const feed = feedOf(view);
	const kind = titles[feed.kind];
	if (feed.kind === 'job-events') {
		return { kind, of: feed.JobId };
	}
	const pod = view.pods[view.pod];
	const status = `${pod?.former === true ? 'a former run, ' : ''}${pod?.Status ?? ''}`;
	const facts = [`pod ${view.pod + 1} of ${view.pods.length}`, status].filter(text => text !== '');
	const prefix = `${feed.JobId}-`;
	// The foot of the screen names the job in full.
	const isShort = columns < narrow && feed.PodId.startsWith(prefix);
	const name = isShort ? feed.PodId.slice(prefix.length) : feed.PodId;
	return { kind, of: `${name} · ${facts.join(' · ')}` };
};

/** Whether lines come by themselves, or whether none will come any more. */
export const followWords = ({ follows, ended, periodMs, failure, catchUp }: LogView): string => {
	if (catchUp !== undefined) {
		return `catching up: ${catchUp.newer.length} lines so far`;
	}
	if (ended) {
		return 'ended';
	}
	if (!follows) {
		return 'not following';
	}
	return failure === undefined ? `following every ${Math.round(periodMs / 1000)} s` : 'following, after a failure';
};

/** `12 of 400 lines with error`: how many the filter leaves. */
const filterWords = (view: LogView, filter: LogFilter): string => {
	const all = allLines(view);
	const soFar = isScanned(filter, all) ? '' : ' so far';
	return `${filter.lines.length} of ${all.lines.length} lines${soFar} with ${filter.text}`;
};

/** Which lines are in sight, of how many; and how many older ones were let go. */
export const positionWords = (state: State, view: LogView): string => {
	const rows = visibleRows(shapeOf(view, state.size), view.place);
	const [first, last] = [rows.at(0)?.line, rows.at(-1)?.line];
	const { lines, dropped } = view.held;
	const since = view.since === undefined ? '' : ` · ${sinceWords(view.since)}`;
	if (view.filter !== undefined) {
		return `${filterWords(view, view.filter)}${since}`;
	}
	const gone = dropped === 0 ? '' : ` · the oldest ${dropped} were let go`;
	return first === undefined || last === undefined
		? sinceWords(view.since)
		: `lines ${first + 1}-${last + 1} of ${dropped + lines.length}${gone}${since}`;
};

/** What stands in place of lines; undefined where there are some. */
export const noLinesWords = (view: LogView): string | undefined => {
	if (shownLines(view).lines.length > 0) {
		return undefined;
	}
	if (view.held.lines.length > 0) {
		return 'no line passes the filter';
	}
	if (view.answeredAsk === undefined) {
		return view.failure === undefined ? 'asking for the lines' : '';
	}
	const when = view.since === undefined ? 'in the last 7 d' : sinceWords(view.since);
	if (view.kind !== 'log') {
		return `no events ${when}`;
	}
	const what = view.pods[view.pod]?.Status === 'Pending' ? 'the pod has not started' : `nothing was printed ${when}`;
	return `${what}; Tab shows the events`;
};
