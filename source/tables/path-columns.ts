import { itemValues } from '../model/item-values.ts';
import type { Job } from '../model/job.ts';
import type { Json } from '../model/json.ts';
import { toServiceTime } from '../model/window.ts';
import { readTime } from '../text/sent-time.ts';
import { formatSpan } from '../text/span.ts';
import { type Column, columns } from './columns.ts';
import { type ItemPath, itemPathOf, itemPaths, type PathKind } from './item-paths.ts';

const asWritten = (value: Json): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const timeText = (value: Json): string => {
	const ms = readTime(value);
	// The metadata's example shows the word null for a time that was not reached.
	return ms === undefined ? asWritten(value).replace(/^null$/, '') : toServiceTime(ms);
};

const amountOf = (value: Json): number => {
	const isAmount = typeof value === 'number' || (typeof value === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(value));
	return isAmount ? Number(value) : Number.NaN;
};

type ValueText = (value: Json, unitMs: number) => string;

const spanText: ValueText = (value, unitMs) => {
	const amount = amountOf(value);
	return Number.isFinite(amount) ? formatSpan(amount * unitMs) : asWritten(value);
};

const spanSeconds: ValueText = (value, unitMs) => {
	const amount = amountOf(value);
	return Number.isFinite(amount) ? String(Math.floor((amount * unitMs) / 1000)) : asWritten(value);
};

const textOf: Readonly<Record<PathKind, ValueText>> = {
	text: asWritten,
	number: asWritten,
	quantity: asWritten,
	flag: asWritten,
	time: timeText,
	span: spanText,
};

/** Different values of one cell; what more there are only widens it. */
const mostShown = 20;

/** Several values in one cell: each once, in the order they came, with how often where that is more than once. */
const joined = (texts: readonly string[], most: number): string => {
	const counts = new Map<string, number>();
	for (const text of texts) {
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	const different = [...counts].map(([text, count]) => (count === 1 ? text : `${text} ×${count}`));
	const left = different.length - most;
	return left > 0 ? `${different.slice(0, most).join(', ')}, … ${left} more` : different.join(', ');
};

const cell = (job: Job, place: ItemPath, text: ValueText, most: number): string => {
	const values = itemValues(job, place).map(value => text(value, place.unitMs));
	return joined(
		values.filter(value => value !== ''),
		most,
	);
};

const leafOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).replace(/\[\]$/, '');

let leaves: ReadonlyMap<string, number> | undefined;

/** How many paths and columns a last name stands for. */
const meanings = (title: string): number => {
	if (leaves === undefined) {
		const counts = new Map<string, number>(Object.values(columns).map(({ title: known }) => [known, 1]));
		for (const name of itemPaths().map(path => leafOf(path).toUpperCase())) {
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
		leaves = counts;
	}
	return leaves.get(title) ?? 0;
};

/** The last name where it says enough, else the whole path; a name of the user's keeps its case. */
const titleOf = ({ path, steps }: ItemPath): string => {
	const last = steps.at(-1);
	if (last?.kind === 'entry') {
		return `${path.slice(0, -last.name.length).replaceAll('[]', '').toUpperCase()}${last.name}`;
	}
	const leaf = leafOf(path).toUpperCase();
	return meanings(leaf) === 1 ? leaf : path.replaceAll('[]', '').toUpperCase();
};

const kindWords: Readonly<Record<PathKind, string>> = {
	text: '',
	number: ', a number',
	quantity: ', a number',
	flag: ', true or false',
	time: ', UTC',
	span: ', a span of time',
};

/** Less important than the name of the user and more than an id: who asks for a path wants to see it. */
const priorityOfPaths = 8.5;

const isNumber = (kind: PathKind): boolean => kind === 'number' || kind === 'quantity' || kind === 'span';

const columnAt = (place: ItemPath): Column => ({
	title: titleOf(place),
	help: `${place.path} of the item${kindWords[place.kind]}`,
	text: job => cell(job, place, textOf[place.kind], mostShown),
	raw: job => cell(job, place, place.kind === 'span' ? spanSeconds : textOf[place.kind], Number.POSITIVE_INFINITY),
	...(isNumber(place.kind) ? { align: 'right' as const } : {}),
	most: isNumber(place.kind) ? 24 : 40,
	priority: priorityOfPaths,
	wide: true,
});

const made = new Map<string, Column | undefined>();

/** The column of a path of the item, by the path as {@link itemPathOf} writes it; the same object each time. */
export const pathColumnOf = (id: string): Column | undefined => {
	if (!made.has(id)) {
		const place = itemPathOf(id);
		made.set(id, place?.path === id ? columnAt(place) : undefined);
	}
	return made.get(id);
};
