import { readTime } from '../../text/sent-time.ts';
import { isJsonArray, isJsonObject, type Json } from '../json.ts';
import { type FieldLine, fieldLine } from './line.ts';

/** The path of a member: `Envs.RANK`; of the item itself, its own name. */
export const member = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
/** The path of an element: `Pods[0]`. */
export const element = (path: string, index: number): string => `${path}[${index}]`;

export const isScalar = (value: Json | undefined): value is null | boolean | number | string =>
	value !== undefined && (typeof value !== 'object' || value === null);

/** A single value as text; an empty text shows as such. */
export const scalarText = (value: null | boolean | number | string): string => (value === '' ? '""' : String(value));

/** The same, where nothing was sent as no text at all. */
export const textOf = (value: Json | undefined): string =>
	isScalar(value) && value !== null && value !== '' ? scalarText(value) : '';

/** A time in the form that `words` gives it (ms since the epoch); as it was sent where it cannot be read. */
export const timeOf = (value: Json | undefined, words: (ms: number) => string): string => {
	const ms = readTime(value);
	return ms === undefined ? textOf(value) : words(ms);
};

/** Text of several lines (a command, a script) stays readable: each line its own, below the label. */
export const textLines = (depth: number, label: string, path: string, text: string): readonly FieldLine[] => {
	const [first = '', ...rest] = text.split(/\r?\n/u);
	return rest.length === 0
		? [fieldLine(depth, label, first, { path })]
		: [
				fieldLine(depth, label, '', { path, tone: 'branch' }),
				...[first, ...rest].map(line => fieldLine(depth + 1, '', line, { path })),
			];
};

const isEmpty = (value: Json): boolean =>
	(isJsonArray(value) && value.length === 0) || (isJsonObject(value) && Object.keys(value).length === 0);

/** A value with all that is below it, one line for each single value, in the order of the service. */
export const tree = (depth: number, label: string, path: string, value: Json): readonly FieldLine[] => {
	if (isEmpty(value)) {
		return [fieldLine(depth, label, isJsonArray(value) ? '[]' : '{}', { path })];
	}
	if (isJsonArray(value)) {
		return [
			fieldLine(depth, label, `${value.length}`, { tone: 'branch' }),
			...value.flatMap((item, index) => tree(depth + 1, `[${index}]`, element(path, index), item)),
		];
	}
	if (isJsonObject(value)) {
		return [
			fieldLine(depth, label, '', { tone: 'branch' }),
			...Object.entries(value).flatMap(([name, item]) => tree(depth + 1, name, member(path, name), item)),
		];
	}
	return textLines(depth, label, path, isScalar(value) ? scalarText(value) : '');
};
