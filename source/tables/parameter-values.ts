import { failed, type Result, success } from '../model/failure.ts';
import { toServiceTime } from '../model/window.ts';
import type { Parameter } from './parameter.ts';
import {
	flagName,
	type ListJobsParameters,
	type ParameterName,
	type ParameterValue,
	parameters,
} from './parameters.ts';

/** A value, or what is wrong with it: the end of a sentence that begins with the flag and the text given. */
type Parsed = Result<ParameterValue, string>;

const parseText = (parameter: Parameter, raw: string): Parsed => {
	const { values, open, maxLength } = parameter;
	if (values !== undefined && open !== true && !values.includes(raw)) {
		return failed(`ListJobs allows ${values.join(', ')}`);
	}
	const length = [...raw].length;
	return maxLength !== undefined && length > maxLength
		? failed(`ListJobs allows ${maxLength} characters, these are ${length}`)
		: success(raw);
};

const parseWholeNumber = ({ min, max }: Parameter, raw: string): Parsed => {
	const value = /^[-+]?\d{1,16}$/.test(raw) ? Number(raw) : Number.NaN;
	if (!Number.isSafeInteger(value)) {
		return failed('not a whole number');
	}
	return (min !== undefined && value < min) || (max !== undefined && value > max)
		? failed(`ListJobs allows ${min ?? 'any number'} to ${max ?? 'any number'}`)
		: success(value);
};

const parseFlag = (raw: string): Parsed =>
	raw === 'true' || raw === 'false' ? success(raw === 'true') : failed('say true or false');

const parseTag = (raw: string): Parsed => {
	const at = raw.indexOf('=');
	return at > 0 ? success({ [raw.slice(0, at)]: raw.slice(at + 1) }) : failed('a tag is written name=value');
};

const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const isUnit = (letter: string): letter is keyof typeof unitMs => Object.hasOwn(unitMs, letter);

/** A span like `7d`, `36h` or `1d12h`, in ms. */
export const parseSpan = (raw: string): number | undefined => {
	if (!/^(?:\d{1,9}[smhdw])+$/.test(raw)) {
		return undefined;
	}
	return [...raw.matchAll(/(\d+)([smhdw])/g)].reduce(
		(sum, [, count = '', unit = '']) => sum + (isUnit(unit) ? Number(count) * unitMs[unit] : 0),
		0,
	);
};

const isoShape = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?)?(Z|[-+]\d\d:?\d\d)?$/i;

const offsetMs = (zone: string): number => {
	const [, sign, hours = '', minutes = ''] = /^([-+])(\d\d):?(\d\d)$/.exec(zone) ?? [];
	return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * unitMs.m;
};

/** ISO 8601 as ms since the epoch. A text that names no zone means UTC, as everything in the service does, and not the zone of this machine. */
const parseIso = (raw: string): number | undefined => {
	const [whole, ...parts] = isoShape.exec(raw) ?? [];
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
		.slice(0, 6)
		.map(part => Number(part ?? 0));
	const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
	// Date rolls the 30th of February over into March, and month 13 into the next year: such dates do not exist.
	const exists =
		whole !== undefined && year >= 1970 && date.getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 60;
	return exists ? date.getTime() - offsetMs(parts[6] ?? 'Z') : undefined;
};

const lastMs = Date.UTC(9999, 11, 31);

const parseTime = (raw: string, now: number): Parsed => {
	const span = parseSpan(raw);
	const ms = span === undefined ? parseIso(raw) : now - span;
	return ms === undefined || ms < 0 || ms > lastMs
		? failed('write a time like 2026-11-08T16:00:00Z or 2026-11-08, or a span like 7d or 36h')
		: success(toServiceTime(ms));
};

const parse = (parameter: Parameter, raw: string, now: number): Parsed => {
	switch (parameter.type) {
		case 'text':
			return parseText(parameter, raw);
		case 'whole number':
			return parseWholeNumber(parameter, raw);
		case 'flag':
			return parseFlag(raw);
		case 'tags':
			return parseTag(raw);
		case 'time':
			return parseTime(raw, now);
	}
};

const shownLength = 60;

/**
 * The value of a parameter from text, as typed in a flag or a form. Only documented limits are refused; the message is whole:
 * `--page-size 500: ListJobs allows 1 to 100`. `now` is ms since the epoch: a span counts back from it.
 */
export const parseParameter = (name: ParameterName, raw: string, now: number): Parsed => {
	const parsed = parse(parameters[name], raw, now);
	const shown = raw.length > shownLength ? `${raw.slice(0, shownLength)}…` : raw;
	return parsed.ok ? parsed : failed(`--${flagName(name)} ${shown}: ${parsed.problem}`);
};

/** Parameters that do not go together. */
export type Contradiction = {
	/** The one to look at first. */
	readonly name: ParameterName;
	/** A sentence, the parameters in braces for `inFlags` and `inFields`. */
	readonly text: string;
};

/** What contradicts itself among parameters that are each fine; undefined when nothing does. */
export const checkParameters = (given: ListJobsParameters): Contradiction | undefined => {
	if (given.FromAllWorkspaces === true && given.ShowOwn === false) {
		return {
			name: 'FromAllWorkspaces',
			text: '{FromAllWorkspaces} lists only your own jobs (ListJobs wants ShowOwn=true with it): leave out {ShowOwn=false}.',
		};
	}
	const bounded = given.NumericRangeMin !== undefined || given.NumericRangeMax !== undefined;
	if (bounded && (given.NumericRangeField ?? '') === '') {
		return { name: 'NumericRangeField', text: '{NumericRangeMin} and {NumericRangeMax} need {NumericRangeField}.' };
	}
	return !bounded && (given.NumericRangeField ?? '') !== ''
		? { name: 'NumericRangeField', text: '{NumericRangeField} needs {NumericRangeMin} or {NumericRangeMax}.' }
		: undefined;
};
