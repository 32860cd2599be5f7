import { feedOf, type LogView, shapeOf } from '../logs/log-view.ts';
import { visibleRows } from '../logs/window.ts';
import type { State } from '../state.ts';

const titles = { log: 'LOG', 'pod-events': 'EVENTS', 'job-events': 'EVENTS OF THE JOB' } as const;

/** What is shown, in words: `LOG`, and the pod with its place among the pods. */
export const logTitle = (view: LogView): { readonly kind: string; readonly of: string } => {
	const feed = feedOf(view);
	const kind = titles[feed.kind];
	if (feed.kind === 'job-events') {
		return { kind, of: feed.JobId };
	}
	const pod = view.pods[view.pod];
	const status = `${pod?.former === true ? 'a former run, ' : ''}${pod?.Status ?? ''}`;
	const facts = [`pod ${view.pod + 1} of ${view.pods.length}`, status].filter(text => text !== '');
	return { kind, of: `${feed.PodId} · ${facts.join(' · ')}` };
};

/** Whether lines come by themselves. */
export const followWords = ({ follows, periodMs, failure }: LogView): string => {
	if (!follows) {
		return 'not following';
	}
	return failure === undefined ? `following every ${Math.round(periodMs / 1000)} s` : 'following, after a failure';
};

/** Which lines are in sight, of how many; and how many older ones were let go. */
export const positionWords = (state: State, view: LogView): string => {
	const rows = visibleRows(shapeOf(view, state.size), view.place);
	const [first, last] = [rows.at(0)?.line, rows.at(-1)?.line];
	const { lines, dropped } = view.held;
	const gone = dropped === 0 ? '' : ` · the oldest ${dropped} were let go`;
	return first === undefined || last === undefined
		? ''
		: `lines ${first + 1}-${last + 1} of ${dropped + lines.length}${gone}`;
};

/** What stands in place of lines; undefined where there are some. */
export const noLinesWords = (view: LogView): string | undefined => {
	if (view.held.lines.length > 0) {
		return undefined;
	}
	if (view.answeredAsk === undefined) {
		return view.failure === undefined ? 'asking for the lines' : '';
	}
	return view.kind === 'log'
		? 'nothing was printed in the last 7 d; Tab shows the events'
		: 'no events in the last 7 d';
};
