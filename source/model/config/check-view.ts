import { parseColumnList } from '../../tables/column-of.ts';
import { type SavedView, type ViewColumns, viewNumbers } from '../../tables/views.ts';
import { nearestWords } from '../../text/nearest.ts';
import { failed, type Result, success } from '../failure.ts';
import { parseQuery } from '../grammar/to-query.ts';
import { readGroup, readOrder } from '../named-keys.ts';
import { defaultQuery } from '../query.ts';
import { isViewName, viewNameAdvice } from '../views/views.ts';
import type { Findings } from './findings.ts';
import { type Entry, type Tree, textsOf } from './tree.ts';

const fields = ['query', 'sort', 'group', 'columns', 'mode', 'key'] as const;
type Field = (typeof fields)[number];
const isField = (name: string): name is Field => fields.some(field => field === name);

type Draft = Partial<SavedView>;
type Read = (text: string, now: number) => Result<Draft, string>;

const readSort: Read = text => {
	const sort = readOrder(text);
	return sort.ok ? success({ sort: sort.value }) : sort;
};

const readViewGroup: Read = text => {
	const group = readGroup(text);
	return group.ok ? success({ group: group.value }) : group;
};

const readQuery: Read = (text, now) => {
	const query = parseQuery(text, defaultQuery, now);
	return query.ok ? success({ query: text }) : failed(query.problem.message);
};

/** The columns that there are; the problem names the first one that there is not. */
const readViewColumns: Read = text => {
	const columns: Result<ViewColumns, string> = text === 'usual' ? success('usual') : parseColumnList(text);
	return columns.ok ? success({ columns: columns.value }) : columns;
};

const readMode: Read = text =>
	text === 'page' || text === 'everything'
		? success({ everything: text === 'everything' })
		: failed('give page or everything');

const readKey: Read = text => {
	const key = viewNumbers.find(number => String(number) === text);
	return key === undefined ? failed('give a digit from 1 to 9') : success({ key });
};

const readers: Readonly<Record<Field, Read>> = {
	query: readQuery,
	sort: readSort,
	group: readViewGroup,
	columns: readViewColumns,
	mode: readMode,
	key: readKey,
};

/** What may be unknown to this version, or was known when it was saved: the view is kept, and the problem told when it is opened. */
const mayBeUnknown: readonly Field[] = ['query', 'sort', 'group', 'columns'];

const textOf = (tree: Tree): string | undefined =>
	tree.kind === 'text'
		? tree.text.trim()
		: textsOf(tree)
				?.map(({ text }) => text)
				.join(',');

const emptyView = (name: string): SavedView => ({
	name,
	key: undefined,
	query: '',
	sort: undefined,
	group: undefined,
	columns: undefined,
	everything: false,
	problem: undefined,
});

const withField = (view: SavedView, { key, place, value }: Entry, findings: Findings, now: number): SavedView => {
	if (!isField(key)) {
		const message = `${view.name}: a view has no ${key}${nearestWords(key, fields)}`;
		findings.misfits.push({ place, message });
		return view;
	}
	const text = textOf(value);
	const read = text === undefined ? failed(`write ${key}: and one value`) : readers[key](text, now);
	if (read.ok) {
		return { ...view, ...read.value };
	}
	const problem = `${key}: ${read.problem}`;
	const message = `view ${view.name}: ${problem}`;
	if (text !== undefined && mayBeUnknown.includes(key)) {
		findings.warnings.push({ place: value.place, message });
		return { ...view, ...(key === 'query' ? { query: text } : {}), problem };
	}
	findings.misfits.push({ place: value.place, message });
	return view;
};

/** One view of a settings file; a text alone is its query. Undefined, with the reason among the findings, where it is none. */
export const checkView = (entry: Entry, findings: Findings, now: number): SavedView | undefined => {
	const { key: name, place, value } = entry;
	if (!isViewName(name)) {
		findings.misfits.push({ place, message: `views: ${name}: ${viewNameAdvice}` });
		return undefined;
	}
	findings.places.set(`views.${name}`, place);
	if (value.kind === 'text') {
		return withField(emptyView(name), { key: 'query', place: value.place, value }, findings, now);
	}
	if (value.kind !== 'map') {
		findings.misfits.push({ place: value.place, message: `view ${name}: write what it asks for, as query: "gpu>=8"` });
		return undefined;
	}
	return value.entries.reduce((view, field) => withField(view, field, findings, now), emptyView(name));
};
