import { only, type Step } from '../effect.ts';
import type { State } from '../state.ts';
import { isScanned } from './filter.ts';
import { allLines, feedOf, type LogView, shownLines } from './log-view.ts';

/** A file name without anything that a shell or a file system takes for more than a letter. */
const asFileName = (text: string): string => text.replace(/[^\w.-]+/g, '_').replace(/^[.-]+/, '');

/** `dlc1-worker-0.log`, in the folder that dlctop was started in. */
export const suggestedPath = (view: LogView): string => {
	const feed = feedOf(view);
	const of = feed.kind === 'job-events' ? feed.JobId : feed.PodId;
	return `${asFileName(of) || 'job'}${feed.kind === 'log' ? '' : '.events'}.log`;
};

const count = (lines: number): string => `${lines} ${lines === 1 ? 'line' : 'lines'}`;

/** What is saved, in words, short enough to leave room for the path. */
const savedWords = (view: LogView): string => {
	const all = allLines(view).lines.length;
	const { filter } = view;
	return filter === undefined ? count(all) : `${filter.lines.length} of ${count(all)} (filtered)`;
};

/** The lines that are shown, with their secrets hidden: what `x` shows is for the screen, a file outlives it. */
const safeLines = ({ held, filter }: LogView): readonly string[] =>
	filter === undefined ? held.masked : filter.numbers.map(number => held.masked[number - held.dropped] ?? '');

/** Orders the lines that are shown to be written, with their times, secrets masked unless `--show-secrets` says otherwise. */
export const saveLines = (state: State, view: LogView, path: string, overwrite: boolean): Step => {
	const lines = state.settings.showSecrets ? shownLines(view).lines : safeLines(view);
	if (path === '') {
		return only({ ...state, notice: 'give the name of a file' });
	}
	if (view.filter !== undefined && !isScanned(view.filter, allLines(view))) {
		return only({ ...state, notice: 'the filter is not through with all lines yet: try again' });
	}
	if (lines.length === 0) {
		return only({ ...state, notice: 'there are no lines to save' });
	}
	const text = `${lines.join('\n')}\n`;
	const secrets = state.settings.showSecrets ? ' with secrets' : '';
	return [
		{ ...state, mode: { kind: 'logs' }, notice: `saving to ${path}` },
		[{ type: 'save-lines', path, text, overwrite, words: `${savedWords(view)} saved${secrets}` }],
	];
};

/** There is such a file: the prompt is back, and a second Enter on the same name means it. */
export const fileExists = (state: State, path: string): State => {
	const { logs, mode } = state;
	const notice = `${path} is there already and was left as it is`;
	if (logs === undefined || mode.kind !== 'logs') {
		return { ...state, notice };
	}
	const { filter, place, hit } = logs;
	return {
		...state,
		notice: `${path} is there already: Enter replaces it, Esc leaves it`,
		mode: {
			kind: 'log-prompt',
			of: 'save',
			line: { before: path, after: '' },
			before: { filter, place, hit },
			exists: path,
		},
	};
};
