import type { PollWords, ScopePart, Tone } from '../model/select/scope.ts';
import { displayWidth } from '../text/width.ts';
import { spread } from './assemble.ts';
import { type Color, Line } from './line.tsx';

const toneColors: Readonly<Record<Tone, Color | undefined>> = {
	good: 'green',
	busy: 'cyan',
	warning: 'yellow',
	bad: 'red',
	plain: undefined,
};

const joined = (parts: readonly ScopePart[]): string => parts.map(({ text }) => text).join(' · ');

/** Drops the parts of the highest rank until the rest fits; the last one is cut instead. */
const fitParts = (parts: readonly ScopePart[], width: number): string => {
	const kept = [...parts];
	while (kept.length > 1 && displayWidth(joined(kept)) > width) {
		const worst = Math.max(...kept.map(({ rank }) => rank));
		kept.splice(
			kept.findIndex(({ rank }) => rank === worst),
			1,
		);
	}
	return joined(kept);
};

type Props = {
	readonly parts: readonly ScopePart[];
	readonly poll: PollWords;
	/** The program's name, and how far the service is real. */
	readonly brand: string;
	readonly width: number;
};

/** The first line: what is looked at, and how polling goes. The poll state is never cut for the rest. */
export const ScopeLine = ({ parts, poll, brand, width }: Props) => {
	const room = width - displayWidth(brand) - 2 - displayWidth(poll.text) - 2;
	const fitting = fitParts(parts, room);
	// A few cells of a long text say nothing; a text that has room in them does.
	const scope = room > 4 || displayWidth(fitting) <= room ? fitting : '';
	return (
		<Line
			pieces={spread(
				[{ text: brand, bold: true }, { text: '  ' }, { text: scope }],
				[{ text: poll.text, color: toneColors[poll.tone] }],
				width,
			)}
		/>
	);
};
