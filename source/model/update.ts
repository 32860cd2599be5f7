import { bindingOf } from '../tables/keymap.ts';
import { act } from './act.ts';
import { fetchFailed, pageAnswered } from './answers.ts';
import { askForNames, namesRefused, namesTold } from './ask-names.ts';
import { pasteColumnSearch, typeColumnSearch } from './columns/chooser.ts';
import { pasteCommand, typeCommandKey } from './command-line.ts';
import { comparedArrived, comparedFailed, followCompared } from './comparison/ask.ts';
import { fitComparison } from './comparison/view.ts';
import { settingsRead } from './config/settings-read.ts';
import { openWanted, refit } from './detail/pane.ts';
import { askIfChanged, jobArrived, jobFailed } from './detail/request.ts';
import { pasteSearch, typeSearch } from './detail/search-mode.ts';
import { andThen, only, type Step } from './effect.ts';
import type { Event, TimerName } from './event.ts';
import { pasteInForm, typeInForm } from './form/form.ts';
import { gateTimerFired, throughGate } from './gate.ts';
import { pasteHelpSearch, typeHelpSearch } from './help-search.ts';
import { insert } from './line-editor.ts';
import { linesArrived, linesFailed, logTimerFired } from './logs/ask.ts';
import { scanFurther } from './logs/filtering.ts';
import { followPods, pasteLogSearch, typeLogSearch } from './logs/log-screen.ts';
import { pasteLogPrompt, typeLogPrompt } from './logs/prompt.ts';
import { fileExists } from './logs/save.ts';
import { showOrder } from './move.ts';
import { heedHint } from './permit.ts';
import { lateTimerFired, pollTimerFired, retryScheduled, slowTimerFired } from './poll-timers.ts';
import { pasteText, typeKey, typingPaused } from './prompt.ts';
import { fetchNow } from './rounds.ts';
import { credentialsChanged, watchWhileSignedOut } from './signed-out.ts';
import type { Size, State } from './state.ts';
import { figuresTaken, followFigures } from './stats/act-stats.ts';
import { noteProblem } from './stats/problems.ts';
import { placeOpened, placeRefused, settlePlace } from './switch-place.ts';
import { noteLook } from './walk.ts';
import { noticeEnds } from './watch/observe.ts';
import { markRead } from './watch/tell.ts';

const keyPressed = (state: State, key: string, at: number): Step => {
	const calm = state.notice === undefined ? state : { ...state, notice: undefined };
	const binding = bindingOf(calm.mode.kind, key, calm.settings.keys);
	if (binding !== undefined) {
		return act(calm, binding.action, at);
	}
	if (calm.mode.kind === 'filter') {
		return typeKey(calm, calm.mode, key, at);
	}
	if (calm.mode.kind === 'form') {
		return only(typeInForm(calm, calm.mode, key));
	}
	if (calm.mode.kind === 'search') {
		return typeSearch(calm, calm.mode, key);
	}
	if (calm.mode.kind === 'log-search') {
		return typeLogSearch(calm, calm.mode, key);
	}
	if (calm.mode.kind === 'column-search') {
		return only(typeColumnSearch(calm, calm.mode, key));
	}
	if (calm.mode.kind === 'help-search') {
		return only(typeHelpSearch(calm, calm.mode, key));
	}
	if (calm.mode.kind === 'log-prompt') {
		return typeLogPrompt(calm, calm.mode, key);
	}
	if (calm.mode.kind === 'command') {
		return only(typeCommandKey(calm, calm.mode, key));
	}
	// Any other key leaves a menu that waits for one key.
	if (calm.mode.kind === 'copy') {
		return only({ ...calm, mode: { kind: calm.mode.over } });
	}
	return only(calm.mode.kind === 'sort' ? { ...calm, mode: { kind: 'list' } } : calm);
};

const textPasted = (state: State, text: string, at: number): Step => {
	const { mode } = state;
	switch (mode.kind) {
		case 'column-search':
			return only(pasteColumnSearch(state, mode, text));
		case 'help-search':
			return only(pasteHelpSearch(state, mode, text));
		case 'log-search':
			return pasteLogSearch(state, mode, text);
		case 'log-prompt':
			return pasteLogPrompt(state, mode, text);
		case 'command':
			return only(pasteCommand(state, mode, line => insert(line, text)));
		case 'form':
			return only(pasteInForm(state, mode, line => insert(line, text)));
		case 'filter':
			return pasteText(state, mode, text, at);
		case 'search':
			return pasteSearch(state, mode, text);
		default:
			return only(state);
	}
};

const timerFired = (state: State, timer: TimerName, at: number): Step => {
	switch (timer) {
		case 'poll':
			return pollTimerFired(state, at);
		case 'slow':
			return slowTimerFired(state);
		case 'logs':
			return logTimerFired(state, at);
		case 'scan':
			return scanFurther(state);
		case 'late':
			return lateTimerFired(state, at);
		case 'typing':
			return typingPaused(state, at);
		case 'gate':
			return gateTimerFired(state, at);
	}
};

const resized = (state: State, size: Size): Step => [fitComparison(refit({ ...state, size })), [{ type: 'repaint' }]];

const happened = (state: State, event: Event): Step => {
	switch (event.type) {
		case 'started':
			return andThen(only(state), calm => fetchNow(calm, event.at, 'wait'));
		case 'timer-started':
			return event.timer === 'poll' ? retryScheduled(state, event.firesAt) : only(state);
		case 'timer-fired':
			return timerFired(state, event.timer, event.at);
		case 'page-arrived':
			return andThen(pageAnswered(state, event.request, event.page, event.at), next =>
				andThen(noticeEnds(state, next), told =>
					andThen(
						andThen(followPods(told, event.at), followed => openWanted(followCompared(followed))),
						opened => askIfChanged(opened, state.detail),
					),
				),
			);
		case 'job-arrived':
			return andThen(
				jobArrived(comparedArrived(state, event.request, event.item), event.request, event.item, event.at),
				told => followPods(told, event.at),
			);
		case 'job-failed':
			return jobFailed(comparedFailed(state, event.request, event.failure), event.request, event.failure);
		case 'settings-read':
			return settingsRead(state, event.configured, event.notice, event.at, event.saved);
		case 'settings-refused':
			return only({ ...state, notice: event.problem });
		case 'pager-failed':
			return only({ ...state, notice: event.problem });
		case 'log-failed':
			return only({ ...state, notice: `the log file is not written: ${event.problem}` });
		case 'lines-arrived':
			return linesArrived(state, event.request, event.lines);
		case 'lines-failed':
			return linesFailed(state, event.request, event.failure);
		case 'lines-saved':
			return only({ ...state, notice: `${event.words} to ${event.path}` });
		case 'file-exists':
			return only(fileExists(state, event.path));
		case 'save-failed':
			return only({ ...state, notice: `${event.path} was not written: ${event.problem}` });
		case 'credentials-changed':
			return credentialsChanged(state, event.at);
		case 'fetch-failed':
			return fetchFailed(state, event.request, event.failure, event.at);
		case 'place-opened':
			return placeOpened(state, event.request, event.place, event.profile, event.at);
		case 'place-refused':
			return placeRefused(state, event.request, event.failure);
		case 'names-told':
			return namesTold(state, event.request, event.names);
		case 'names-refused':
			return namesRefused(state, event.request, event.failure);
		case 'figures-taken':
			return only(figuresTaken(state, event.figures));
		case 'key-pressed':
			return andThen(markRead(state), read => keyPressed(read, event.key, event.at));
		case 'text-pasted':
			return textPasted(state, event.text, event.at);
		case 'resized':
			return resized(state, event.size);
	}
};

/** What follows every event. */
const settle = (before: State, after: State): Step =>
	andThen(settlePlace(before, showOrder(before, after)), next => andThen(askForNames(next), noteLook));

/** Failures are kept for the screen of figures, and while that is open each answer brings new ones. */
const noteWhatFailed = (before: State, after: State, event: Event): Step =>
	followFigures(noteProblem(before, after, event), event);

/** The whole monitor: what happened leads to a new state and to orders for the runtime. Pure, total, and never throws. */
export const update = (state: State, event: Event): Step => {
	const heeded = heedHint(state, event);
	const outcome = andThen(happened(heeded, event), next => noteWhatFailed(heeded, next, event));
	const settled = andThen(outcome, next => settle(state, next));
	return throughGate(watchWhileSignedOut(state, settled), event.at);
};
