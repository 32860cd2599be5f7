import { only, type Step } from '../effect.ts';
import { edit, emptyLine, insert, type LineEditor, lineText } from '../line-editor.ts';
import type { Mode } from '../mode.ts';
import type { State } from '../state.ts';
import { applyFilter } from './filtering.ts';
import { turnTo } from './log-screen.ts';
import type { LogView } from './log-view.ts';
import { saveLines, suggestedPath } from './save.ts';
import { parseSince, sinceStops } from './since.ts';

export type PromptOf = Extract<Mode, { kind: 'log-prompt' }>['of'];
type PromptMode = Extract<Mode, { kind: 'log-prompt' }>;

const startLine = (logs: LogView, of: PromptOf): LineEditor => {
	switch (of) {
		case 'filter':
			return { before: logs.filter?.text ?? '', after: '' };
		case 'since':
			return emptyLine;
		case 'save':
			return { before: suggestedPath(logs), after: '' };
	}
};

/** Opens a prompt of the logs, with what is likely meant in it. */
export const openLogPrompt = (state: State, of: PromptOf): State => {
	const { logs } = state;
	if (logs === undefined) {
		return state;
	}
	const { filter, place, hit } = logs;
	const mode: PromptMode = {
		kind: 'log-prompt',
		of,
		line: startLine(logs, of),
		before: { filter, place, hit },
		exists: undefined,
	};
	const words = of === 'since' ? `Tab offers ${sinceStops.join(', ')}; or 14:05, 2026-11-08T16:00 (UTC)` : undefined;
	return { ...state, mode, notice: words };
};

/** `Esc`: the filter and the place are what they were. */
export const leaveLogPrompt = (state: State): State => {
	const { mode, logs } = state;
	return mode.kind === 'log-prompt' && logs !== undefined
		? { ...state, mode: { kind: 'logs' }, logs: mode.of === 'filter' ? { ...logs, ...mode.before } : logs }
		: { ...state, mode: { kind: 'logs' } };
};

/** A filter works while it is typed. */
const withLine = (state: State, mode: PromptMode, line: LineEditor): Step => {
	const next: State = { ...state, mode: { ...mode, line, exists: undefined } };
	return mode.of === 'filter' ? applyFilter(next, lineText(line)) : only(next);
};

export const typeLogPrompt = (state: State, mode: PromptMode, key: string): Step => {
	const line = edit(mode.line, key);
	return line === undefined ? only(state) : withLine(state, mode, line);
};

export const pasteLogPrompt = (state: State, mode: PromptMode, text: string): Step =>
	withLine(state, mode, insert(mode.line, text));

/** `Tab`: the next usual time. */
export const offerInLogPrompt = (state: State): Step => {
	const { mode } = state;
	if (mode.kind !== 'log-prompt' || mode.of !== 'since') {
		return only({ ...state, notice: 'nothing to complete here' });
	}
	const stops: readonly string[] = sinceStops;
	const typed = lineText(mode.line);
	const next = stops[(stops.indexOf(typed) + 1) % stops.length] ?? '';
	return withLine(state, mode, { before: next, after: '' });
};

const keepSince = (state: State, logs: LogView, text: string, at: number): Step => {
	const since = parseSince(text, logs.job.GmtCreateTime, at);
	return since.ok
		? turnTo({ ...state, mode: { kind: 'logs' } }, { since: since.value }, at)
		: only({ ...state, notice: since.problem });
};

/** `Enter`: what was typed holds. */
export const keepLogPrompt = (state: State, at: number): Step => {
	const { mode, logs } = state;
	if (mode.kind !== 'log-prompt' || logs === undefined) {
		return only(state);
	}
	const text = lineText(mode.line);
	switch (mode.of) {
		case 'filter':
			return applyFilter({ ...state, mode: { kind: 'logs' } }, text);
		case 'since':
			return keepSince(state, logs, text, at);
		case 'save':
			return saveLines(state, logs, text.trim(), mode.exists === text.trim());
	}
};
