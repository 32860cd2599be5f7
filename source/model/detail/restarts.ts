import { formatSpan } from '../../text/span.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Transition } from '../transitions.ts';
import { type DetailLine, fieldLine, type TableRow } from './line.ts';
import type { SectionInput } from './section-input.ts';
import { tableLines } from './table.ts';
import { shortTime } from './times.ts';
import { element, textOf, timeOf, tree } from './tree.ts';

const titles = ['WHEN', 'REASON', 'TOOK', 'RESTART', 'HOW', 'WHILE', 'NODE', 'POD'];
/** When a restart was is read in full also where there is little room. */
const wishes = { firm: ['WHEN'] };

const listOf = (value: Json | undefined): readonly JsonObject[] =>
	(isJsonArray(value) ? value : [value]).filter(isJsonObject);
const together = (parts: readonly string[], between: string): string =>
	[...new Set(parts.filter(part => part !== ''))].join(between);

/** `NodeLost: the node is gone`: the reason, and what the errors behind it say; the one that led to the restart first. */
const reasonOf = (record: JsonObject, errors: readonly JsonObject[]): string =>
	together(
		[
			textOf(record.Reason),
			...errors.flatMap(({ ErrorMsg, DetailErrorMsg }) => [textOf(ErrorMsg) || textOf(DetailErrorMsg)]),
			textOf(record.RestartFailReason),
		],
		': ',
	);

/** `in 2m`, and whether it worked. */
const tookOf = (seconds: Json | undefined): string => {
	const number = Number(textOf(seconds));
	return textOf(seconds) === '' ? '' : Number.isFinite(number) ? formatSpan(number * 1000) : textOf(seconds);
};

const recordRow = (record: JsonObject): TableRow => {
	const errors = listOf(record.DetailErrorInfoList).toSorted(
		(a, b) => Number(b.TriggerRestart === true) - Number(a.TriggerRestart === true),
	);
	return {
		cells: [
			timeOf(record.OccurTime, shortTime),
			reasonOf(record, errors),
			tookOf(record.RestartDurationInSec),
			together([textOf(record.JobRestartCount), textOf(record.RestartStatus)], ' '),
			textOf(record.RestartLevelType),
			textOf(record.OccurPhase),
			together(
				errors.map(({ Node }) => textOf(Node)),
				', ',
			),
			together(
				errors.map(({ Pod }) => textOf(Pod)),
				', ',
			),
		],
	};
};

const heading = (count: number, words = ''): DetailLine =>
	fieldLine(0, 'Restarts', `${count}${words}`, { tone: 'branch' });

const sentRestarts = (records: readonly JsonObject[], sent: Json, width: number): readonly DetailLine[] => [
	heading(records.length),
	...tableLines(titles, records.map(recordRow), width, wishes),
	fieldLine(0, 'Every field of RestartRecord', '', { tone: 'branch' }),
	...(isJsonArray(sent)
		? sent.flatMap((item, index) => tree(1, `[${index}]`, element('RestartRecord', index), item))
		: tree(1, 'RestartRecord', 'RestartRecord', sent)),
];

/** Restarts that dlctop saw by the status alone: when each began and how long it lasted. */
const observedRow = (step: Transition, next: Transition | undefined): TableRow => ({
	cells: [shortTime(step.at), 'observed', next === undefined ? '' : formatSpan(next.at - step.at), '', '', step.from],
});

/** The restarts as GetJob tells them, a row for each, then every field; where it tells of none, those that dlctop saw, marked so. */
export const restartLines = (sent: Json | undefined, { transitions, width }: SectionInput): readonly DetailLine[] => {
	const records = sent === undefined ? [] : listOf(sent);
	if (sent !== undefined && records.length > 0) {
		return sentRestarts(records, sent, width);
	}
	const rows = transitions.flatMap((step, index) =>
		step.to === 'Restarting' ? [observedRow(step, transitions[index + 1])] : [],
	);
	const strange =
		sent === undefined || (isJsonArray(sent) && sent.length === 0)
			? []
			: tree(0, 'RestartRecord', 'RestartRecord', sent);
	return rows.length === 0
		? strange
		: [
				heading(rows.length, ' observed by dlctop, since the service sent none'),
				...tableLines(titles, rows, width, wishes),
				...strange,
			];
};
