import type { DOMElement } from 'ink';

/** The text of a line's node. Stands for Ink's `squash-text-nodes.js`: our lines hold one string, styled and safe already. */
const textOf = (node: DOMElement): string => {
	let text = '';
	for (const child of node.childNodes) {
		text += child.nodeName === '#text' ? child.nodeValue : textOf(child);
	}
	return text;
};

export default textOf;
