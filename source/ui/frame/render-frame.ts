import type { DOMElement } from 'ink';
import { cutStyled, styledWidth } from './styled-width.ts';
import textOf from './text-of.ts';

/** A line of text at its place in a row of the frame. */
type Stretch = { readonly x: number; readonly cells: number; readonly text: string };

/** The rows and columns that may be written: from `left` and `top` on, before `right` and `bottom`. */
type Window = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

type Lines = { readonly text: string; readonly lines: readonly string[] };

/** A text stays the same string until it is rendered again, so each is taken apart once. */
const apart = new WeakMap<DOMElement, Lines>();

const linesOf = (node: DOMElement): readonly string[] => {
	const text = textOf(node);
	const known = apart.get(node);
	if (known?.text === text) {
		return known.lines;
	}
	const lines = text.split('\n');
	apart.set(node, { text, lines });
	return lines;
};

const hides = (node: DOMElement, axis: 'overflowX' | 'overflowY'): boolean =>
	(node.style[axis] ?? node.style.overflow) === 'hidden';

type Frame = Stretch[][];

/** A line wider than its own place says so by a mark; where a box hides the rest, it just ends. */
const drawLine = (text: string, frame: Frame, x: number, y: number, width: number, window: Window): void => {
	const row = frame[y];
	const room = window.right - x;
	if (row === undefined || room < 1 || x < window.left || y < window.top || y >= window.bottom) {
		return;
	}
	const cells = styledWidth(text);
	const own = cells <= width ? text : cutStyled(text, width, '…');
	row.push({
		x,
		cells: Math.min(cells, width, room),
		text: Math.min(cells, width) <= room ? own : cutStyled(own, room, ''),
	});
};

/** Puts the lines of a node and of those in it where Yoga laid them out. */
const draw = (node: DOMElement, frame: Frame, fromX: number, fromY: number, window: Window): void => {
	const { yogaNode } = node;
	if (yogaNode === undefined || node.style.display === 'none') {
		return;
	}
	const x = fromX + yogaNode.getComputedLeft();
	const y = fromY + yogaNode.getComputedTop();
	if (node.nodeName === 'ink-text') {
		const width = yogaNode.getComputedWidth();
		for (const [line, text] of linesOf(node).entries()) {
			drawLine(text, frame, x, y + line, width, window);
		}
		return;
	}
	const inside: Window = {
		left: hides(node, 'overflowX') ? Math.max(window.left, x) : window.left,
		right: hides(node, 'overflowX') ? Math.min(window.right, x + yogaNode.getComputedWidth()) : window.right,
		top: hides(node, 'overflowY') ? Math.max(window.top, y) : window.top,
		bottom: hides(node, 'overflowY') ? Math.min(window.bottom, y + yogaNode.getComputedHeight()) : window.bottom,
	};
	for (const child of node.childNodes) {
		if (child.nodeName !== '#text') {
			draw(child, frame, x, y, inside);
		}
	}
};

/** A row's lines beside each other; where two would overlap, the left one gives way. */
const rowText = (row: readonly Stretch[]): string => {
	const [only] = row;
	if (only === undefined) {
		return '';
	}
	if (row.length === 1 && only.x === 0) {
		return only.text;
	}
	const ordered = row.toSorted((a, b) => a.x - b.x);
	let text = '';
	let column = 0;
	for (const [index, { x, cells, text: part }] of ordered.entries()) {
		const room = (ordered[index + 1]?.x ?? Number.POSITIVE_INFINITY) - x;
		if (room > 0) {
			text += ' '.repeat(Math.max(0, x - column)) + (cells <= room ? part : cutStyled(part, room, ''));
			column = x + Math.min(cells, room);
		}
	}
	return text;
};

/** What Ink wants of its renderer. */
type Rendered = { readonly output: string; readonly outputHeight: number; readonly staticOutput: string };

/**
 * Stands for Ink's own last pass (its `renderer.js`, exchanged by the bundler): the tree that React and Yoga made, as lines. Ink
 * reads, styles and measures each character of a frame at each key. Here a line is known to be one string, styled and fitted by
 * our views, so that a line that did not change costs no more than its place. What is drawn: boxes, hidden overflow, and texts
 * of whole lines; no borders, backgrounds, transforms, or static output, since no view of ours has any.
 */
const renderFrame = (root: DOMElement): Rendered => {
	const { yogaNode } = root;
	if (yogaNode === undefined) {
		return { output: '', outputHeight: 0, staticOutput: '' };
	}
	const outputHeight = yogaNode.getComputedHeight();
	const frame: Frame = Array.from({ length: outputHeight }, () => []);
	draw(root, frame, 0, 0, { left: 0, top: 0, right: yogaNode.getComputedWidth(), bottom: outputHeight });
	return { output: frame.map(rowText).join('\n'), outputHeight, staticOutput: '' };
};

export default renderFrame;
