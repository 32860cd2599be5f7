import { openDetail } from '../../../source/model/detail/detail.ts';
import type { DetailLine, FieldLine } from '../../../source/model/detail/line.ts';
import type { SectionInput } from '../../../source/model/detail/section-input.ts';
import { sectionLines } from '../../../source/model/detail/section-lines.ts';
import type { Json, JsonObject } from '../../../source/model/json.ts';
import { maskJson } from '../../../source/model/mask-json.ts';
import type { SectionId } from '../../../source/tables/detail-sections.ts';
import { aJob } from '../../support/jobs.ts';
import { noon } from '../../support/moves.ts';

/** What a section is made of for this item, 100 cells wide, at noon. */
export const inputFor = (item: JsonObject, more: Partial<SectionInput> = {}): SectionInput => {
	const { merged } = openDetail(aJob(item), 'overview', noon);
	return {
		job: merged,
		item: maskJson(merged.sent),
		at: noon,
		width: 100,
		ascii: false,
		transitions: [],
		folds: new Set(),
		search: '',
		...more,
	};
};

export const linesFor = (
	section: SectionId,
	item: JsonObject,
	more: Partial<SectionInput> = {},
): readonly DetailLine[] => sectionLines(section, inputFor(item, more));

export const fieldLines = (lines: readonly DetailLine[]): readonly FieldLine[] =>
	lines.flatMap(line => (line.kind === 'field' ? [line] : []));

/** The lines of text as one would read them. */
export const textsFor = (section: SectionId, item: JsonObject, more: Partial<SectionInput> = {}): readonly string[] =>
	fieldLines(linesFor(section, item, more)).map(({ depth, label, text }) =>
		`${'  '.repeat(depth)}${label.trimEnd()}${label === '' || text === '' ? '' : ': '}${text}`.trimEnd(),
	);

/** A field as the metadata describes it. */
export type Node = {
	readonly type: string;
	readonly recursive?: boolean;
	readonly fields?: { readonly [name: string]: Node };
	readonly items?: Node;
	readonly values?: Node;
};

type Filled = { readonly value: Json; readonly leaves: readonly { readonly path: string; readonly value: Json }[] };

const isTime = (path: string): boolean => /(?:^|\.)(?:Gmt\w+|StartTime|EndTime)$/.test(path);

/** A value for every path below a node, each of its own kind and different from all others; recursion ends after one step. */
export const fill = (node: Node, root: Node = node): Filled => {
	let count = 0;
	const build = (at: Node, path: string, steps: number): Filled => {
		const under = (name: string): string => (path === '' ? name : `${path}.${name}`);
		const all = (parts: readonly (readonly [string, Filled])[]): Filled => ({
			value: Object.fromEntries(parts.map(([name, { value }]) => [name, value])),
			leaves: parts.flatMap(([, { leaves }]) => leaves),
		});
		const fields = at.recursive === true && steps > 0 ? podFields(root) : at.fields;
		count += 1;
		if (at.recursive === true && steps === 0) {
			return { value: {}, leaves: [] };
		}
		if (fields !== undefined) {
			return all(
				Object.entries(fields).map(([name, child]) => [
					name,
					build(child, under(name), at.recursive === true ? steps - 1 : steps),
				]),
			);
		}
		if (at.items !== undefined) {
			const item = build(at.items, `${path}[0]`, steps);
			return { value: [item.value], leaves: item.leaves };
		}
		if (at.values !== undefined || at.type === 'map') {
			return all([['NAME', build(at.values ?? { type: 'string' }, under('NAME'), steps)]]);
		}
		const value = leafValue(at.type, path, count);
		return { value, leaves: [{ path, value }] };
	};
	return build(node, '', 1);
};

const podFields = (root: Node): { readonly [name: string]: Node } => root.fields?.Pods?.items?.fields ?? {};

const leafValue = (type: string, path: string, count: number): Json => {
	if (isTime(path)) {
		return new Date(noon - count * 1000).toISOString().replace('.000', '');
	}
	switch (type) {
		case 'number':
			return 70_000 + count;
		case 'boolean':
			return true;
		default:
			return `value-${count}-of-it`;
	}
};
