import { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, Parser, type YAMLError } from 'yaml';
import type { Entry, Misfit, Place, Tree } from '../model/config/tree.ts';
import { failed, type Result, success } from '../model/failure.ts';
import { offsetOfDepth } from './settings-depth.ts';

/** Deeper than any settings go. */
const deepest = 8;
/** Mistakes that are told of one file; the others mostly follow from them. */
const mostTold = 5;

/** What to write instead, for the mistakes that people make. */
const advice: Readonly<Record<string, string>> = {
	TAB_AS_INDENT: 'a tab cannot indent; write spaces',
	BLOCK_AS_IMPLICIT_KEY: 'two colons in one line; put the value in quotes',
	BAD_INDENT: 'this line begins at another column than those it belongs to; align them',
	BAD_SCALAR_START: 'a value cannot begin with this character; put the value in quotes',
	MISSING_CHAR: 'a quote, a bracket or a colon is missing; close it, or write "name: value"',
	KEY_OVER_1024_CHARS: 'this name is far too long',
	UNEXPECTED_TOKEN: 'this does not belong here; write one "name: value" a line',
};

type Walk = { readonly misfits: Misfit[]; readonly at: (offset: number | undefined) => Place };

const refuse = (walk: Walk, place: Place, message: string): Tree => {
	walk.misfits.push({ place, message });
	return { kind: 'nothing', place };
};

const keyText = (pair: Pair): string | undefined => {
	const { key } = pair;
	return isScalar(key) ? (key.source ?? String(key.value)) : undefined;
};

const entriesOf = (items: readonly Pair[], place: Place, walk: Walk): readonly Entry[] => {
	const known = new Set<string>();
	return items.flatMap(pair => {
		const key = keyText(pair);
		const keyPlace = isScalar(pair.key) ? walk.at(pair.key.range?.[0]) : place;
		if (key === undefined || (isScalar(pair.key) && pair.key.anchor !== undefined)) {
			walk.misfits.push({ place: keyPlace, message: 'a name is one plain word' });
			return [];
		}
		if (known.has(key)) {
			walk.misfits.push({ place: keyPlace, message: `${key} stands here twice; remove one of them` });
			return [];
		}
		known.add(key);
		return [{ key, place: keyPlace, value: treeOf(pair.value, keyPlace, walk) }];
	});
};

const treeOf = (node: unknown, above: Place, walk: Walk): Tree => {
	if (isAlias(node)) {
		return refuse(
			walk,
			walk.at(node.range?.[0]),
			`*${node.source}: write the value itself; nothing can stand for another thing here`,
		);
	}
	if (isMap(node) || isSeq(node) || isScalar(node)) {
		const place = walk.at(node.range?.[0]);
		if (node.anchor !== undefined) {
			return refuse(walk, place, `&${node.anchor}: nothing can stand for another thing here; remove it`);
		}
		if (isMap(node)) {
			return { kind: 'map', place, entries: entriesOf(node.items, place, walk) };
		}
		if (isSeq(node)) {
			return { kind: 'list', place, items: node.items.map(item => treeOf(item, place, walk)) };
		}
		return node.value === null
			? { kind: 'nothing', place }
			: { kind: 'text', place, text: node.source ?? String(node.value) };
	}
	return { kind: 'nothing', place: above };
};

const told = ({ code, message, pos }: YAMLError, at: Walk['at']): Misfit => ({
	place: at(pos[0]),
	message: advice[code] ?? message.split('\n')[0] ?? code,
});

const firstPlace: Place = { line: 1, column: 1 };

/**
 * The tree of a YAML text. Anchors, aliases, tags and names that stand twice are refused: nothing of what is read can be larger than
 * what was written. The text is bounded by who reads the file; the time is in proportion to it, which is why the package's own search
 * for names that stand twice, and its quotations of the text, are off.
 */
export const readTree = (text: string): Result<Tree, readonly Misfit[]> => {
	const nul = text.indexOf('\0');
	const lineCounter = new LineCounter();
	const at = (offset: number | undefined): Place => {
		const { line, col } = lineCounter.linePos(offset ?? 0);
		return line === 0 ? firstPlace : { line, column: col };
	};
	if (nul !== -1) {
		const before = text.slice(0, nul);
		const line = before.split('\n').length;
		return failed([
			{ place: { line, column: nul - before.lastIndexOf('\n') }, message: 'a zero byte: this is no text file' },
		]);
	}
	const tokens = [...new Parser(lineCounter.addNewLine).parse(text)];
	const deep = offsetOfDepth(tokens, deepest);
	if (deep !== undefined) {
		return failed([{ place: at(deep), message: 'this is nested too deeply' }]);
	}
	const [document, second] = new Composer({ uniqueKeys: false }).compose(tokens, true, text.length);
	if (second !== undefined) {
		return failed([{ place: at(second.range[0]), message: 'a settings file is one document; remove "---"' }]);
	}
	const wrong = [...(document?.errors ?? []), ...(document?.warnings ?? [])].slice(0, mostTold);
	if (wrong.length > 0) {
		return failed(wrong.map(error => told(error, at)));
	}
	const walk: Walk = { misfits: [], at };
	const tree = treeOf(document?.contents, firstPlace, walk);
	return walk.misfits.length === 0 ? success(tree) : failed(walk.misfits.slice(0, mostTold));
};
