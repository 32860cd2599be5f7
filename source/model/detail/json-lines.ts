import { isJsonArray, isJsonObject, type Json } from '../json.ts';
import { type DetailLine, type FieldLine, fieldLine } from './line.ts';
import type { SectionInput } from './section-input.ts';
import { element, member } from './tree.ts';

/** Branches as deep as this are closed at first. */
const closedFrom = 2;

type Walk = {
	readonly folds: ReadonlySet<string>;
	/** Everything is open, as while a word is searched for. */
	readonly allOpen: boolean;
};

type Spot = { readonly depth: number; readonly path: string; readonly label: string; readonly comma: string };

const childrenOf = (value: Json, path: string): readonly (readonly [label: string, path: string, value: Json])[] => {
	if (isJsonArray(value)) {
		return value.map((item, index) => ['', element(path, index), item]);
	}
	return isJsonObject(value)
		? Object.entries(value).map(([name, item]) => [`${JSON.stringify(name)}:`, member(path, name), item])
		: [];
};

const isClosed = ({ folds, allOpen }: Walk, { depth, path }: Spot): boolean =>
	!allOpen && folds.has(path) !== depth >= closedFrom;

const branch = (value: Json, spot: Spot, walk: Walk): readonly FieldLine[] => {
	const { depth, path, label, comma } = spot;
	const children = childrenOf(value, path);
	const [open, close] = isJsonArray(value) ? ['[', ']'] : ['{', '}'];
	if (children.length === 0) {
		return [fieldLine(depth, label, `${open}${close}${comma}`, { path })];
	}
	const pick = { kind: 'fold', path } as const;
	if (isClosed(walk, spot)) {
		return [fieldLine(depth, label, `${open} … ${children.length} ${close}${comma}`, { tone: 'branch', pick })];
	}
	return [
		fieldLine(depth, label, open, { tone: 'branch', pick }),
		...children.flatMap(([childLabel, childPath, child], index) =>
			jsonTree(
				child,
				{ depth: depth + 1, path: childPath, label: childLabel, comma: index === children.length - 1 ? '' : ',' },
				walk,
			),
		),
		fieldLine(depth, '', `${close}${comma}`),
	];
};

const jsonTree = (value: Json, spot: Spot, walk: Walk): readonly FieldLine[] =>
	typeof value === 'object' && value !== null
		? branch(value, spot, walk)
		: [fieldLine(spot.depth, spot.label, `${JSON.stringify(value)}${spot.comma}`, { path: spot.path })];

/** The item as JSON, keys as sent, deep branches closed. While a word is searched for all are open, so that nothing is missed. */
export const jsonLines = ({ item, folds, search }: SectionInput): readonly DetailLine[] =>
	jsonTree(item, { depth: 0, path: '', label: '', comma: '' }, { folds, allOpen: search !== '' });
