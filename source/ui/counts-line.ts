import { displayWidth } from '../text/width.ts';
import { clip } from './assemble.ts';
import type { Piece } from './frame/styled-text.ts';

type Wishes = {
	readonly parts: readonly string[];
	/** Shown only where there is room left, and not missed otherwise. */
	readonly extras: readonly string[];
	readonly width: number;
};

/** The second line: pieces that do not fit go from the end, and a mark says that some went. */
export const countsPieces = ({ parts, extras, width }: Wishes): readonly Piece[] => {
	const kept = [...parts];
	while (kept.length > 1 && displayWidth(kept.join(' · ')) > width - (kept.length < parts.length ? 2 : 0)) {
		kept.pop();
	}
	for (const extra of kept.length < parts.length ? [] : extras) {
		if (displayWidth([...kept, extra].join(' · ')) <= width) {
			kept.push(extra);
		}
	}
	const text = kept.join(' · ') + (kept.length < parts.length ? ' …' : '');
	return clip([{ text }], width);
};
