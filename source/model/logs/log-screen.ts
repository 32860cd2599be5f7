import type { Move } from '../../tables/log-keys.ts';
import { jobWith } from '../by-key.ts';
import { andThen, only, type Step } from '../effect.ts';
import type { Job } from '../job.ts';
import { edit, emptyLine, insert, type LineEditor, lineText } from '../line-editor.ts';
import type { Mode } from '../mode.ts';
import { selectedJob } from '../shown.ts';
import type { State } from '../state.ts';
import { isAboutTheId } from '../unknown-id.ts';
import { wrapWords } from '../wrap-words.ts';
import { askForLines, stopAsking } from './ask.ts';
import { endOf } from './ended.ts';
import { filterOf } from './filter.ts';
import { nothingHeld } from './held.ts';
import { findHit } from './hits.ts';
import { feedOf, fresh, kindsOf, type LogView, openLogView, shapeOf, shownLines } from './log-view.ts';
import { firstPod, type LogPod, podsOf } from './pods.ts';
import { moved, topOf, visibleRows } from './window.ts';

/** A job that neither a list nor GetJob knows. */
const isUnknown = (detail: State['detail']): boolean => detail?.listed === false && isAboutTheId(detail.failure);

/** `l`: the events and logs of a job; from the pane of its job, with a pod chosen there, of that pod. */
export const openLogs = (state: State, at: number, pod?: Pick<LogPod, 'PodId' | 'PodUid'>): Step => {
	const over = state.mode.kind === 'detail' ? 'detail' : 'list';
	const job = over === 'detail' ? state.detail?.merged : selectedJob(state);
	if (job === undefined || job.JobId === '') {
		return only({ ...state, notice: job === undefined ? 'no job is selected' : 'a job without a JobId has no logs' });
	}
	if (over === 'detail' && isUnknown(state.detail)) {
		return only({ ...state, notice: `${job.JobId} has no logs: there is no such job` });
	}
	const view = openLogView(job, over, state.settings.showSecrets);
	const chosen = view.pods.findIndex(({ PodId, PodUid }) => PodId === pod?.PodId && PodUid === pod.PodUid);
	const logs = chosen === -1 ? view : { ...view, pod: chosen };
	return askForLines({ ...state, mode: { kind: 'logs' }, logs }, at);
};

export const closeLogs = (state: State): Step =>
	andThen(stopAsking(state), calm =>
		only({ ...calm, logs: undefined, mode: { kind: calm.logs?.over === 'detail' && calm.detail ? 'detail' : 'list' } }),
	);

/** The pod that one reads runs anew: at the end of its log one goes on with the new run, else one stays and is told. */
const followRestart = (state: State, logs: LogView, again: number, at: number): Step => {
	const PodId = logs.pods[again]?.PodId ?? '';
	const hasFormer = logs.pods.some(({ former, PodId: of }) => former && of === PodId);
	if (!logs.follows || logs.place !== undefined) {
		const where = hasFormer ? '[ shows its new run' : 'the lines of its new run follow';
		return only({ ...state, logs, notice: `${PodId} was restarted: ${where}` });
	}
	const notice = `${PodId} was restarted: this is its new run${hasFormer ? ', ] shows the one before' : ''}`;
	return turnTo({ ...state, notice, logs }, { pod: again }, at);
};

/** What had ended before goes on after all: it is asked for at once, since no timer does. */
const goOn = (state: State, { ended }: LogView, at: number): Step => {
	const { logs } = state;
	const isAsked = logs === undefined || logs.ended || !logs.follows || logs.request !== undefined;
	return ended && !isAsked ? askForLines(state, at) : only(state);
};

/** The job as it is now: by the list, or, where that has it not, by its pane, which asks for it alone. */
const jobNow = ({ listing, detail }: State, key: string): Job | undefined =>
	(listing && jobWith(listing.loaded, key)) ?? (detail?.job.key === key ? detail.merged : undefined);

/** After an answer: the pods as they are now; the chosen one stays, unless it runs anew. */
export const followPods = (state: State, at: number): Step => {
	const { logs } = state;
	const now = logs && jobNow(state, logs.job.key);
	if (logs === undefined || now === undefined || now === logs.job) {
		return only(state);
	}
	const pods = podsOf(now);
	const chosen = logs.pods[logs.pod];
	const same = pods.findIndex(({ PodId, PodUid }) => PodId === chosen?.PodId && PodUid === chosen.PodUid);
	const again = pods.findIndex(({ PodId, former }) => PodId === chosen?.PodId && !former);
	const pod = [same, again, firstPod(pods)].find(index => index >= 0) ?? -1;
	const turned: LogView = { ...logs, job: now, pods, pod };
	const next: LogView = { ...turned, ended: logs.ended && endOf(turned) !== undefined };
	const isNewRun = again >= 0 && again !== same && chosen?.former === false && pods[again]?.PodUid !== chosen.PodUid;
	if (isNewRun && logs.kind !== 'job-events') {
		return andThen(followRestart(state, next, again, at), restarted => goOn(restarted, logs, at));
	}
	return goOn({ ...state, logs: next }, logs, at);
};

const change = (state: State, changed: Partial<LogView>): State =>
	state.logs === undefined ? state : { ...state, logs: { ...state.logs, ...changed } };

/** Other lines than before: nothing of the former ones stays, the filter is begun anew. */
export const turnTo = (state: State, changed: Partial<LogView>, at: number): Step =>
	andThen(stopAsking(state), calm => {
		const filter = filterOf(calm.logs?.filter?.text ?? '', nothingHeld);
		return askForLines(change(calm, { ...fresh, filter: filter.ok ? filter.value : undefined, ...changed }), at);
	});

/** `[` and `]`: the pods, around the end. From the events of the job back to the log. */
export const turnPod = (state: State, by: 1 | -1, at: number): Step => {
	const { logs } = state;
	if (logs === undefined || logs.pods.length < 2) {
		return only({ ...state, notice: logs?.pods.length === 1 ? 'this is the only pod' : 'the job has no pods yet' });
	}
	const pod = (logs.pod + by + logs.pods.length) % logs.pods.length;
	return turnTo(state, { pod, kind: logs.kind === 'job-events' ? 'log' : logs.kind }, at);
};

/** `Tab`: the log, the events of the pod, the events of the job. */
export const turnFeed = (state: State, at: number): Step => {
	const { logs } = state;
	if (logs === undefined || logs.pods.length === 0) {
		return only({ ...state, notice: 'the job has no pods yet' });
	}
	const kinds = kindsOf(logs);
	const kind = kinds[(kinds.indexOf(feedOf(logs).kind) + 1) % kinds.length] ?? 'log';
	return turnTo(state, { kind }, at);
};

/** `s`: asks by itself, or not; beginning to follow goes to the end. What has ended is asked for once more. */
export const toggleFollow = (state: State, at: number): Step => {
	const { logs } = state;
	if (logs?.follows === true && !logs.ended) {
		return andThen(stopAsking(state), calm => only(change(calm, { follows: false })));
	}
	const following = change(state, { follows: true, place: undefined, periodMs: fresh.periodMs });
	return askForLines(logs?.ended === true ? { ...following, notice: 'ended: asking once more' } : following, at);
};

export const toggleLogWrap = (state: State): State => {
	const wraps = state.logs?.wraps !== true;
	return { ...change(state, { wraps }), notice: wrapWords(wraps) };
};
export const toggleStamps = (state: State): State => change(state, { stamps: state.logs?.stamps !== true });

/** Moves the window; at the end it stays there, whatever comes. */
export const scrollLogs = (state: State, action: Move): State => {
	const { logs } = state;
	if (logs === undefined) {
		return state;
	}
	if (action.type === 'move-to') {
		return change(state, { place: action.end === 'last' ? undefined : { line: shownLines(logs).dropped, row: 0 } });
	}
	const shape = shapeOf(logs, state.size);
	const by = action.unit === 'row' ? action.by : Math.trunc(action.by * shape.height);
	return change(state, { place: moved(shape, logs.place, by) });
};

type SearchMode = Extract<Mode, { kind: 'log-search' }>;

export const openLogSearch = (state: State): State => ({ ...state, mode: { kind: 'log-search', line: emptyLine } });
export const leaveLogSearch = (state: State): State => ({ ...state, mode: { kind: 'logs' } });

const withLine = (state: State, line: LineEditor): State => ({ ...state, mode: { kind: 'log-search', line } });

export const typeLogSearch = (state: State, { line }: SearchMode, key: string): Step => {
	const edited = edit(line, key);
	return only(edited === undefined ? state : withLine(state, edited));
};

export const pasteLogSearch = (state: State, { line }: SearchMode, text: string): Step =>
	only(withLine(state, insert(line, text)));

/** Shows the line of a hit, a third below the top unless it is in sight. */
const goTo = (state: State, logs: LogView, hit: number): State => {
	const shape = shapeOf(logs, state.size);
	const inSight = visibleRows(shape, logs.place).some(({ line }) => line === hit);
	const place = moved(shape, { line: hit, row: 0 }, -Math.floor(shape.height / 3));
	return change(state, inSight ? { hit } : { hit, place });
};

const notThere = (word: string, by: 1 | -1): string =>
	by > 0 ? `${word} does not come below` : `${word} does not come above`;

/** `n` and `N`: the next hit below or above the one that one is at. */
export const nextLogHit = (state: State, by: 1 | -1): State => {
	const { logs } = state;
	if (logs === undefined || logs.search === '') {
		return { ...state, notice: 'nothing is searched for: / begins' };
	}
	const top = topOf(shapeOf(logs, state.size), logs.place).line;
	const hit = findHit(shapeOf(logs, state.size), logs.search, logs.hit === undefined ? top : logs.hit + by, by);
	return hit === undefined ? { ...state, notice: notThere(logs.search, by) } : goTo(state, logs, hit);
};

/** Enter in the prompt: the word is searched for from the top of the window on, then from the start. An empty one ends the search. */
export const keepLogSearch = (state: State): State => {
	const { mode, logs } = state;
	if (mode.kind !== 'log-search' || logs === undefined) {
		return state;
	}
	const search = lineText(mode.line);
	const calm = change(leaveLogSearch(state), { search, hit: undefined });
	if (search === '') {
		return calm;
	}
	const shape = shapeOf(logs, state.size);
	const top = topOf(shape, logs.place).line;
	const hit = findHit(shape, search, top, 1) ?? findHit(shape, search, shape.held.dropped, 1, top);
	return hit === undefined ? { ...calm, notice: `${search} is in none of the lines` } : goTo(calm, logs, hit);
};
