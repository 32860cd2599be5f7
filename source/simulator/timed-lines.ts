import { failed, type Result, success } from '../model/failure.ts';
import { moment, type Parameters, whole } from './readers.ts';
import type { Refusal } from './refusal.ts';

/** A line of a log or an event. `at` in ms since the epoch, whole seconds. */
export type TimedLine = { readonly at: number; readonly text: string };

/** Which lines are asked for, both ends included. */
export type LineWindow = { readonly from: number; readonly to: number; readonly most: number };

const defaultReachMs = 7 * 86_400_000;
const defaultMost = 2_000;
const greatestMost = 10_000;

/** StartTime (a week ago unless given), EndTime (now) and a greatest number of lines (2000) under its own name. */
export const lineWindow = (
	parameters: Parameters,
	nameOfMost: 'MaxLines' | 'MaxEventsNum',
	now: number,
): Result<LineWindow, Refusal> => {
	const from = moment(parameters, 'StartTime');
	const to = moment(parameters, 'EndTime');
	const most = whole(parameters, nameOfMost, 1, greatestMost);
	const refused = [from, to, most].find(reading => !reading.ok);
	if (refused?.ok === false) {
		return failed(refused.problem);
	}
	return success({
		from: (from.ok ? from.value : undefined) ?? now - defaultReachMs,
		to: Math.min((to.ok ? to.value : undefined) ?? now, now),
		most: (most.ok ? most.value : undefined) ?? defaultMost,
	});
};

/** The newest lines of a window in their order: of too many, the oldest are left out. */
export const within = (lines: readonly TimedLine[], { from, to, most }: LineWindow): readonly TimedLine[] =>
	lines.filter(({ at }) => at >= from && at <= to).slice(-most);

/** `2026-11-23 14:07:45  text`, in UTC. */
export const written = ({ at, text }: TimedLine, gap = '  '): string =>
	`${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}${gap}${text}`;
