import { bindingOf } from '../tables/keymap.ts';
import { act } from './act.ts';
import {
	fetchFailed,
	lateTimerFired,
	pageAnswered,
	pollTimerFired,
	retryScheduled,
	slowTimerFired,
} from './answers.ts';
import { refit } from './detail.ts';
import { andThen, only, type Step } from './effect.ts';
import type { Event, TimerName } from './event.ts';
import { pasteText, typeKey, typingPaused } from './filter.ts';
import { insert } from './line-editor.ts';
import { fetchNow } from './rounds.ts';
import type { Size, State } from './state.ts';

const keyPressed = (state: State, key: string, at: number): Step => {
	const calm = state.notice === undefined ? state : { ...state, notice: undefined };
	const binding = bindingOf(calm.mode.kind, key);
	if (binding !== undefined) {
		return act(calm, binding.action, at);
	}
	if (calm.mode.kind === 'filter') {
		return typeKey(calm, calm.mode, key);
	}
	// Any other key leaves the sort picker, as in every menu that waits for one key.
	return only(calm.mode.kind === 'sort' ? { ...calm, mode: { kind: 'list' } } : calm);
};

const textPasted = (state: State, text: string): Step =>
	state.mode.kind === 'filter' ? pasteText(state, state.mode, line => insert(line, text)) : only(state);

const timerFired = (state: State, timer: TimerName, at: number): Step => {
	switch (timer) {
		case 'poll':
			return pollTimerFired(state, at);
		case 'slow':
			return slowTimerFired(state);
		case 'late':
			return lateTimerFired(state, at);
		case 'typing':
			return typingPaused(state, at);
	}
};

const resized = (state: State, size: Size): Step => [refit({ ...state, size }), [{ type: 'repaint' }]];

/** The whole monitor: what happened leads to a new state and to orders for the runtime. Pure, total, and never throws. */
export const update = (state: State, event: Event): Step => {
	switch (event.type) {
		case 'started':
			return andThen(only(state), calm => fetchNow(calm, event.at, 'wait'));
		case 'timer-started':
			return event.timer === 'poll' ? retryScheduled(state, event.firesAt) : only(state);
		case 'timer-fired':
			return timerFired(state, event.timer, event.at);
		case 'page-arrived':
			return pageAnswered(state, event.request, event.page, event.at);
		case 'fetch-failed':
			return fetchFailed(state, event.request, event.failure);
		case 'key-pressed':
			return keyPressed(state, event.key, event.at);
		case 'text-pasted':
			return textPasted(state, event.text);
		case 'resized':
			return resized(state, event.size);
	}
};
