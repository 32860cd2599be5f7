import { displayWidth } from '../text/width.ts';
import { clip } from './assemble.ts';
import { Line } from './line.tsx';

type Props = {
	readonly parts: readonly string[];
	/** Shown only where there is room left, and not missed otherwise. */
	readonly extras: readonly string[];
	readonly width: number;
};

/** The second line: pieces that do not fit go from the end, and a mark says that some went. */
export const CountsLine = ({ parts, extras, width }: Props) => {
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
	return <Line pieces={clip([{ text }], width)} />;
};
