import { displayWidth, graphemes } from './width.ts';

/** The end of a text that fits into `width` cells, whole graphemes only: of a line being typed, the part before the insertion point. */
export const tail = (text: string, width: number): string => {
	const clusters = graphemes(text);
	let from = clusters.length;
	let used = 0;
	for (; from > 0; from -= 1) {
		used += displayWidth(clusters[from - 1] ?? '');
		if (used > width) {
			break;
		}
	}
	return clusters.slice(from).join('');
};
