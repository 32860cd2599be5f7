import { statusOf } from '../../tables/statuses.ts';
import { readTime } from '../../text/sent-time.ts';
import { formatSpan } from '../../text/span.ts';
import { isJsonArray, isJsonObject, type Json } from '../json.ts';
import { aligned } from './aligned.ts';
import { type DetailLine, type FieldLine, fieldLine } from './line.ts';
import { restartLines } from './restarts.ts';
import { fieldsOf, type SectionInput } from './section-input.ts';
import { localTime } from './times.ts';
import { element, isScalar, textOf, timeOf, tree } from './tree.ts';

/** A time that the job was in one status. Without `from` it was so before dlctop looked; without `to` it still is. */
type Phase = {
	readonly Status: string;
	readonly from: number | undefined;
	readonly to: number | undefined;
	readonly line: FieldLine;
};

const timeOrSent = (value: Json | undefined): string => timeOf(value, localTime);

/** Cells of the status where the rows are aligned. */
const statusWidth = 20;

const phaseText = (
	Status: string,
	[from, to]: readonly [string, string],
	ms: number | undefined,
	reason: string,
	width: number,
): string =>
	[
		aligned(Status, statusWidth, width),
		to === '' ? from : `${from} → ${to}`,
		ms === undefined ? '' : formatSpan(ms).padEnd(7),
		reason,
	]
		.filter(part => part !== '')
		.join('  ')
		.trimEnd();

const signOf = (Status: string, ascii: boolean): string => {
	const { glyph, ascii: letter } = statusOf(Status);
	return ascii ? letter : glyph;
};

/** Fields of an entry that the row does not name, each on a line below it. */
const known = new Set(['Status', 'StartTime', 'EndTime', 'ReasonCode', 'ReasonMessage']);

const sentPhase = (
	entry: Json,
	index: number,
	{ at, ascii, job, width }: SectionInput,
): readonly (Phase | FieldLine)[] => {
	const path = element('StatusHistory', index);
	if (!isJsonObject(entry)) {
		return tree(1, path, path, entry).flatMap(line => (line.kind === 'field' ? [line] : []));
	}
	const Status = textOf(entry.Status);
	const from = readTime(entry.StartTime);
	const to = readTime(entry.EndTime);
	const end = to ?? (job.GmtFinishTime === undefined ? Math.max(at, from ?? at) : job.GmtFinishTime);
	const reason = [textOf(entry.ReasonCode), textOf(entry.ReasonMessage)].filter(text => text !== '').join(': ');
	const ms = from === undefined || end < from ? undefined : end - from;
	// What has ended stays as it is: it lasts no time. What came before has ended with the job, at the latest.
	const isEnd = to === undefined && statusOf(Status).terminal;
	const until = job.GmtFinishTime === undefined ? 'now' : localTime(job.GmtFinishTime);
	const ended = timeOrSent(entry.EndTime) || (isEnd ? '' : until);
	const span = isEnd ? undefined : ms;
	const text = phaseText(Status, [timeOrSent(entry.StartTime), ended], span, reason, width);
	const line = fieldLine(1, signOf(Status, ascii), text, { path: `${path}.Status` });
	const others = Object.entries(entry).filter(([name, value]) => !known.has(name) || !isScalar(value));
	return [
		{ Status, from, to: end, line },
		...others.flatMap(([name, value]) => tree(2, name, `${path}.${name}`, value)),
	];
};

/** Cells of each phase: its share of the time, at least one. */
const shares = (spans: readonly number[], width: number): readonly number[] => {
	const total = spans.reduce((sum, ms) => sum + ms, 0);
	const room = Math.max(0, width - spans.length);
	let given = 0;
	let passed = 0;
	return spans.map(ms => {
		passed += ms;
		const until = total === 0 ? 0 : Math.round((room * passed) / total);
		const cells = 1 + until - given;
		given = until;
		return cells;
	});
};

/** One line in which each phase is as long as its share of the time, drawn in the sign of its status. */
export const bar = (
	phases: readonly Pick<Phase, 'Status' | 'from' | 'to'>[],
	width: number,
	ascii: boolean,
): string => {
	const timed = phases.flatMap(({ Status, from, to }) =>
		from === undefined || to === undefined || to < from ? [] : [{ Status, ms: to - from }],
	);
	// More phases than cells: the latest ones are what one wants to see.
	const shown = timed.slice(-Math.max(1, width));
	const cells = shares(
		shown.map(({ ms }) => ms),
		width,
	);
	return shown.map(({ Status }, index) => signOf(Status, ascii).repeat(cells[index] ?? 0)).join('');
};

const withBar = (phases: readonly Phase[], { width, ascii }: SectionInput): readonly DetailLine[] => {
	const drawn = bar(phases, Math.max(1, width - 2), ascii);
	return drawn === '' ? [] : [fieldLine(1, '', drawn)];
};

const sentLines = (history: readonly Json[], input: SectionInput): readonly DetailLine[] => {
	const entries = history.flatMap((entry, index) => sentPhase(entry, index, input));
	const phases = entries.flatMap(entry => ('line' in entry ? [entry] : []));
	return [
		fieldLine(0, 'Status history', '', { tone: 'branch' }),
		...withBar(phases, input),
		...entries.map(entry => ('line' in entry ? entry.line : entry)),
	];
};

/** What dlctop itself saw: each change at the time of the answer that brought it. */
const observedPhases = ({ job, transitions, at, ascii, width }: SectionInput): readonly Phase[] => {
	const steps = [
		{ Status: transitions[0]?.from ?? job.Status, from: undefined },
		...transitions.map(({ to, at: from }) => ({ Status: to, from })),
	];
	return steps.map(({ Status, from }, index) => {
		const to = steps[index + 1]?.from;
		const began = from === undefined ? 'before dlctop looked' : localTime(from);
		const ms = from === undefined ? undefined : (to ?? at) - from;
		const ended = to === undefined ? `still at ${localTime(at)}` : localTime(to);
		return {
			Status,
			from,
			to: to ?? at,
			line: fieldLine(1, signOf(Status, ascii), phaseText(Status, [began, ended], ms, '', width)),
		};
	});
};

const observedLines = (input: SectionInput): readonly DetailLine[] => {
	const phases = observedPhases(input);
	return [
		fieldLine(0, 'Status history', 'observed by dlctop, since the service sent none', { tone: 'branch' }),
		...withBar(phases, input),
		...phases.map(({ line }) => line),
	];
};

/** The statuses that the job went through, as rows and as one bar, and its restarts. */
export const timelineLines = (input: SectionInput): readonly DetailLine[] => {
	const { StatusHistory, RestartRecord } = fieldsOf(input);
	const history = isJsonObject(StatusHistory) ? [StatusHistory] : StatusHistory;
	return [
		...(isJsonArray(history) && history.length > 0 ? sentLines(history, input) : observedLines(input)),
		...(isScalar(history) && history !== null ? tree(0, 'StatusHistory', 'StatusHistory', history) : []),
		...restartLines(RestartRecord, input),
	];
};
