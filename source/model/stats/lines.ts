import { clockTime } from '../../text/clock-time.ts';
import { maskText } from '../../text/mask.ts';
import { wrapLine } from '../../text/wrap-line.ts';
import type { State } from '../state.ts';
import type { Figures } from './figures.ts';
import type { Problem } from './problems.ts';

/** A line of the screen of figures. */
export type StatsLine =
	| { readonly kind: 'heading' | 'bad' | 'text'; readonly text: string }
	| { readonly kind: 'figure'; readonly name: string; readonly value: string };

const figure = (name: string, value: string): StatsLine => ({ kind: 'figure', name, value });

const size = (bytes: number): string => {
	if (bytes < 10_000) {
		return `${bytes} B`;
	}
	return bytes < 10_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(0)} MB`;
};

const processLines = (figures: Figures | undefined): readonly StatsLine[] => {
	if (figures === undefined) {
		return [{ kind: 'text', text: 'being taken …' }];
	}
	const { requestsLastMinute, requests, answers, errors, latency, receivedBytes } = figures;
	return [
		figure('as of', clockTime(figures.at)),
		figure('requests', `${requestsLastMinute} in the last minute, ${requests} in all`),
		figure('answers', `${answers} good, ${errors} ${errors === 1 ? 'error' : 'errors'}`),
		figure(
			'latency',
			latency === undefined ? 'no answer yet' : `p50 ${latency.p50.toFixed(0)} ms · p99 ${latency.p99.toFixed(0)} ms`,
		),
		figure('received', size(receivedBytes)),
		figure('to the terminal', size(figures.terminalBytes)),
		figure('memory', `heap ${size(figures.heapBytes)} · resident ${size(figures.residentBytes)}`),
	];
};

const bucketWords = ({ bucket, settings }: State): string =>
	`${Math.floor(bucket.tokens)} of ${settings.requestsPerMinute} requests left when the last one was sent`;

const pollLines = (state: State, at: number): readonly StatsLine[] => {
	const { quiet, listing, settings, sweptAt } = state;
	const sweep = listing?.sweep;
	return [
		figure('period', `${settings.periodMs / 1000} s`),
		figure('bucket', bucketWords(state)),
		...(quiet !== undefined && quiet.until > at
			? [figure('service', `asks to be left alone until ${clockTime(quiet.until)}`)]
			: []),
		figure('loaded', `${listing?.loaded.length ?? 0} of ${listing?.TotalCount ?? 0} jobs`),
		...(sweep === undefined
			? []
			: [figure('last sweep', `${sweep.pagesRead} of ${sweep.pagesWanted} pages${sweep.whole ? '' : ', partial'}`)]),
		...(sweptAt === undefined ? [] : [figure('swept at', clockTime(sweptAt))]),
	];
};

const problemTexts = ({ failure }: Problem): readonly string[] => [
	failure.message,
	...(failure.Message === undefined ? [] : [`the service: ${failure.Message}`]),
	...(failure.next === undefined ? [] : [`next: ${failure.next}`]),
	[
		...(failure.Code === undefined ? [] : [failure.Code]),
		...(failure.httpStatus === undefined ? [] : [`HTTP ${failure.httpStatus}`]),
		...(failure.RequestId === undefined ? [] : [`RequestId ${failure.RequestId}`]),
	].join(' · '),
];

const problemLines = (problem: Problem, width: number): readonly StatsLine[] => [
	{ kind: 'bad', text: `${clockTime(problem.at)} ${problem.of}` },
	...problemTexts(problem)
		.filter(text => text !== '')
		.flatMap(text => wrapLine(maskText(text), Math.max(10, width - 2)))
		.map(text => ({ kind: 'text', text }) as const),
];

/** All lines of the screen, errors wrapped and the newest first. `at` is as of when the figures were taken. */
export const statsLines = (state: State): readonly StatsLine[] => {
	const at = state.figures?.at ?? 0;
	const problems = state.problems.toReversed();
	return [
		{ kind: 'heading', text: 'This process' },
		...processLines(state.figures),
		{ kind: 'heading', text: 'Polling' },
		...pollLines(state, at),
		{ kind: 'heading', text: `Last errors${problems.length === 0 ? ': none' : ''}` },
		...problems.flatMap(problem => problemLines(problem, state.size.columns)),
	];
};
