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

/** Drops the parts of the highest rank until the rest fits, or one is left. */
const fitParts = (parts: readonly ScopePart[], width: number): readonly ScopePart[] => {
	const kept = [...parts];
	while (kept.length > 1 && displayWidth(joined(kept)) > width) {
		const worst = Math.max(...kept.map(({ rank }) => rank));
		kept.splice(
			kept.findIndex(({ rank }) => rank === worst),
			1,
		);
	}
	return kept;
};

/** The name of the program says the least; that the service is not the real one stays. */
const shortBrand = (brand: string): string => brand.replace(/^dlctop */, '');

type Props = {
	readonly parts: readonly ScopePart[];
	readonly poll: PollWords;
	/** The program's name, and how far the service is real. */
	readonly brand: string;
	readonly width: number;
};

/** The first line: what is looked at, and how polling goes. The poll state is never cut for the rest. */
export const ScopeLine = ({ parts, poll, brand, width }: Props) => {
	const roomBeside = (name: string, gap: number): number =>
		width - (name === '' ? 0 : displayWidth(name) + 2) - displayWidth(poll.text) - gap;
	const kept = fitParts(parts, roomBeside(brand, 2));
	const shorter = kept.length === 1 ? (kept[0]?.shorter ?? joined(kept)) : joined(kept);
	const ways = [
		{ name: brand, scope: joined(kept), gap: 2 },
		{ name: brand, scope: shorter, gap: 2 },
		{ name: shortBrand(brand), scope: shorter, gap: 1 },
	];
	const fits = (way: (typeof ways)[number]): boolean => displayWidth(way.scope) <= roomBeside(way.name, way.gap);
	// A few cells of a long text say nothing.
	const { name, scope } = ways.find(fits) ?? { name: brand, scope: roomBeside(brand, 2) > 4 ? joined(kept) : '' };
	return (
		<Line
			pieces={spread(
				[{ text: name, bold: true }, { text: name === '' ? '' : '  ' }, { text: scope }],
				[{ text: poll.text, color: toneColors[poll.tone] }],
				width,
			)}
		/>
	);
};
