import { type Derived, overviewRows, type Reading } from '../../tables/overview-rows.ts';
import { statusOf } from '../../tables/statuses.ts';
import { causeOf } from '../../text/cause.ts';
import { formatSpan } from '../../text/span.ts';
import { ageMs, queueWaitMs, runTimeMs } from '../derive.ts';
import type { Job } from '../job.ts';
import { isJsonObject, type Json } from '../json.ts';
import { aligned, isNarrow } from './aligned.ts';
import { type DetailLine, type FieldLine, fieldLine } from './line.ts';
import { fieldsOf, type SectionInput } from './section-input.ts';
import { relative, timeWords } from './times.ts';
import { isScalar, scalarText, tree } from './tree.ts';

const labelWidth = 16;
const labelled = (label: string, width: number): string => aligned(label, labelWidth, width);

const problems = (job: Job): readonly FieldLine[] =>
	job.problems.map(({ path, expected, found }) =>
		fieldLine(0, path === '' ? 'this item' : path, `could not be read: expected ${expected}, found ${found}`, {
			tone: 'problem',
		}),
	);

const span = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : formatSpan(ms));

/** When the longest run is over, for a job that runs. */
const ends = ({ Status, GmtRunningTime, GmtFinishTime, JobMaxRunningTimeMinutes }: Job, at: number) => {
	const limitMs = (JobMaxRunningTimeMinutes ?? 0) * 60_000;
	if (
		GmtRunningTime === undefined ||
		GmtFinishTime !== undefined ||
		limitMs <= 0 ||
		statusOf(Status).class !== 'active'
	) {
		return undefined;
	}
	const end = GmtRunningTime + limitMs;
	return end > at ? `in ${formatSpan(end - at)}` : `over its limit since ${relative(end, at)}`;
};

const usesSpot = (spec: Json): boolean =>
	isJsonObject(spec) &&
	(spec.UseSpotInstance === true || (isJsonObject(spec.SpotSpec) && spec.SpotSpec.SpotStrategy !== undefined));

/** Whether others may take the job's resources away. */
const resources = (input: SectionInput): string | undefined => {
	const { UseOversoldResource, EnablePreemptibleJob, JobSpecs } = fieldsOf(input);
	const words = [
		...(UseOversoldResource === true ? ['idle resources of others'] : []),
		...(EnablePreemptibleJob === true ? ['may be preempted'] : []),
		...(Array.isArray(JobSpecs) && JobSpecs.some(usesSpot) ? ['spot instances'] : []),
	];
	return words.length === 0 ? undefined : words.join(', ');
};

const restartsLeft = ({ restarts }: Job): string | undefined =>
	restarts?.limit === undefined ? undefined : `${Math.max(0, restarts.limit - restarts.used)} of ${restarts.limit}`;

/** The cause in short, where the message takes so many rows that a small pane shows no more than its beginning. */
const why = (input: SectionInput): string | undefined => {
	const { ReasonMessage } = fieldsOf(input);
	const isLong = typeof ReasonMessage === 'string' && ReasonMessage.length > input.width;
	return isLong && isNarrow(input.width) ? causeOf(ReasonMessage) : undefined;
};

const derivedWords = (derived: Derived, input: SectionInput): string | undefined => {
	const { job, at } = input;
	switch (derived) {
		case 'why':
			return why(input);
		case 'age':
			return span(ageMs(job, at));
		case 'wait':
			return span(queueWaitMs(job, at));
		case 'run time':
			return span(runTimeMs(job, at));
		case 'ends':
			return ends(job, at);
		case 'resources':
			return resources(input);
		case 'restarts left':
			return restartsLeft(job);
	}
};

/** Under a minute a span is no more than the seconds. */
const secondsWords = (seconds: number, text: string): string => {
	const words = `${text} s`;
	if (!Number.isFinite(seconds)) {
		return text;
	}
	return seconds < 60 ? words : `${formatSpan(seconds * 1000)} (${words})`;
};

const valueWords = (text: string, reading: Reading, at: number): string => {
	const number = Number(text);
	switch (reading) {
		case 'text':
			return text;
		case 'time':
			return timeWords(text, at);
		case 'seconds':
			return secondsWords(number, text);
		case 'minutes':
			return Number.isFinite(number) ? `${formatSpan(number * 60_000)} (${text} min)` : text;
	}
};

const fieldLines = (
	label: string,
	field: string,
	value: Json | undefined,
	reading: Reading,
	{ at, width }: SectionInput,
): readonly FieldLine[] => {
	if (value === undefined || value === null || value === '') {
		return [];
	}
	if (!isScalar(value)) {
		return tree(1, label, field, value);
	}
	const [first = '', ...rest] = scalarText(value).split(/\r?\n/u);
	return [
		fieldLine(1, labelled(label, width), valueWords(first, reading, at), { path: field }),
		...rest.map(text => fieldLine(1, labelled('', width), text, { path: field })),
	];
};

const rowLines = (row: (typeof overviewRows)[number], input: SectionInput): readonly FieldLine[] => {
	if ('heading' in row) {
		return [fieldLine(0, row.heading, '', { tone: 'branch' })];
	}
	if ('derived' in row) {
		const words = derivedWords(row.derived, input);
		return words === undefined ? [] : [fieldLine(1, labelled(row.derived, input.width), words)];
	}
	return fieldLines(row.label, row.field, fieldsOf(input)[row.field], 'reading' in row ? row.reading : 'text', input);
};

/** What the job is and how it stands, after what of it could not be read. Headings with nothing under them are left out. */
export const overviewLines = (input: SectionInput): readonly DetailLine[] => {
	const lines = overviewRows.flatMap(row => rowLines(row, input));
	const isHeading = (line: FieldLine | undefined): boolean =>
		line === undefined || (line.depth === 0 && line.tone === 'branch');
	return [
		...problems(input.job),
		...(isJsonObject(input.item) ? [] : tree(0, 'item', '', input.item)),
		...lines.filter((line, index) => !isHeading(line) || !isHeading(lines[index + 1])),
	];
};
