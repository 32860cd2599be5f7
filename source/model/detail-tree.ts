import type { Job } from './job.ts';
import { isJsonArray, isJsonObject, type Json } from './json.ts';
import { maskJson } from './mask-json.ts';

/** One line of the pane: a label and a value at a depth of the item's tree. */
export type DetailLine = {
	readonly depth: number;
	readonly label: string;
	/** As sent, secrets masked; not yet made safe for the terminal. */
	readonly text: string;
	readonly tone: 'value' | 'branch' | 'problem';
};

const line = (depth: number, label: string, text: string, tone: DetailLine['tone'] = 'value'): DetailLine => ({
	depth,
	label,
	text,
	tone,
});

const leafText = (value: null | boolean | number | string): string => {
	if (typeof value === 'string') {
		return value === '' ? '""' : value;
	}
	return String(value);
};

/** Text of several lines (a command, a script) stays readable: each line its own, below the label. */
const leaf = (depth: number, label: string, value: null | boolean | number | string): readonly DetailLine[] => {
	const [first = '', ...rest] = leafText(value).split(/\r?\n/u);
	return rest.length === 0
		? [line(depth, label, first)]
		: [line(depth, label, '', 'branch'), ...[first, ...rest].map(text => line(depth + 1, '', text))];
};

const isEmpty = (value: Json): boolean =>
	(isJsonArray(value) && value.length === 0) || (isJsonObject(value) && Object.keys(value).length === 0);

const tree = (depth: number, label: string, value: Json): readonly DetailLine[] => {
	if (isEmpty(value)) {
		return [line(depth, label, isJsonArray(value) ? '[]' : '{}')];
	}
	if (isJsonArray(value)) {
		return [
			line(depth, label, `${value.length}`, 'branch'),
			...value.flatMap((item, index) => tree(depth + 1, `[${index}]`, item)),
		];
	}
	if (isJsonObject(value)) {
		return [
			line(depth, label, '', 'branch'),
			...Object.entries(value).flatMap(([key, item]) => tree(depth + 1, key, item)),
		];
	}
	return leaf(depth, label, value);
};

const fields = (job: Job): readonly DetailLine[] => {
	const masked = maskJson(job.sent);
	return isJsonObject(masked)
		? Object.entries(masked).flatMap(([key, value]) => tree(0, key, value))
		: tree(0, 'item', masked);
};

const problems = (job: Job): readonly DetailLine[] =>
	job.problems.map(({ path, expected, found }) =>
		line(0, path === '' ? 'this item' : path, `could not be read: expected ${expected}, found ${found}`, 'problem'),
	);

const cache = new WeakMap<Job, readonly DetailLine[]>();

/** Every field of a job's item as a tree of lines, in the order of the service, after what could not be read. */
export const detailLines = (job: Job): readonly DetailLine[] => {
	const known = cache.get(job);
	if (known !== undefined) {
		return known;
	}
	const lines = [...problems(job), ...fields(job)];
	cache.set(job, lines);
	return lines;
};
