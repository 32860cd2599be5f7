import type { LogAction } from '../../tables/log-keys.ts';
import { only, type Step } from '../effect.ts';
import type { State } from '../state.ts';
import { toggleLogSecrets } from './filtering.ts';
import {
	keepLogSearch,
	leaveLogSearch,
	nextLogHit,
	openLogSearch,
	openLogs,
	toggleFollow,
	toggleLogWrap,
	toggleStamps,
	turnFeed,
	turnPod,
} from './log-screen.ts';
import { keepLogPrompt, leaveLogPrompt, offerInLogPrompt, openLogPrompt } from './prompt.ts';

/** Carries out what a key of the screen of events and logs orders. */
export const actInLogs = (state: State, action: LogAction, at: number): Step => {
	switch (action.type) {
		case 'open-logs':
			return openLogs(state, at);
		case 'toggle-follow':
			return toggleFollow(state, at);
		case 'turn-pod':
			return turnPod(state, action.by, at);
		case 'turn-feed':
			return turnFeed(state, at);
		case 'toggle-log-wrap':
			return only(toggleLogWrap(state));
		case 'toggle-stamps':
			return only(toggleStamps(state));
		case 'search-logs':
			return only(openLogSearch(state));
		case 'keep-log-search':
			return only(keepLogSearch(state));
		case 'leave-log-search':
			return only(leaveLogSearch(state));
		case 'prompt-log':
			return only(openLogPrompt(state, action.of));
		case 'keep-log-prompt':
			return keepLogPrompt(state, at);
		case 'leave-log-prompt':
			return only(leaveLogPrompt(state));
		case 'offer-in-log-prompt':
			return offerInLogPrompt(state);
		case 'unmask-logs':
			return toggleLogSecrets(state);
		case 'next-log-hit':
			return only(nextLogHit(state, action.by));
	}
};
