import { mineRank, type PollWords, type ScopePart, sourceRank, type Tone } from '../model/select/scope.ts';
import { cut } from '../text/fit.ts';
import { displayWidth } from '../text/width.ts';
import { spread } from './assemble.ts';
import type { Color, Piece } from './frame/styled-text.ts';

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

const shortened = (parts: readonly ScopePart[]): readonly ScopePart[] =>
	parts.map(part => ({ ...part, text: part.shorter ?? part.text }));

/** What to do about a failure has so many cells in any case: fewer of them say nothing. */
const leastFix = 12;

/** The parts to show, and the cells of the poll state that they leave to it in any case. */
type Beside = { readonly parts: readonly ScopePart[]; readonly least: number };

/**
 * A failure is told with what to do about it, as far as there is room beside the place where one is and the window: what else the line
 * says gives way to it, these do not.
 */
const besideFix = (parts: readonly ScopePart[], { text, gist = text }: PollWords, width: number): Beside => {
	const withoutSource = parts.filter(({ rank }) => rank < sourceRank);
	const scope = shortened(withoutSource.filter(({ isPlace, rank }) => isPlace || rank === mineRank));
	const place = scope.filter(({ isPlace }) => isPlace);
	const ways = [parts, withoutSource, shortened(withoutSource), scope, place];
	const whole = displayWidth(text);
	const least = Math.min(whole, displayWidth(gist) + leastFix);
	const beside = ways.find(way => displayWidth(joined(way)) + whole <= width);
	// Cut in any case, it needs no more cells than whose jobs these are leaves to it.
	return { parts: beside ?? scope, least: beside === undefined ? least : whole };
};

/** The name of the program says the least; that the service is not the real one stays. */
const shortBrand = (brand: string): string => brand.replace(/^dlctop */, '');

type Wishes = {
	readonly parts: readonly ScopePart[];
	readonly poll: PollWords;
	/** The program's name, and how far the service is real. */
	readonly brand: string;
	readonly width: number;
};

/** The first line: what is looked at, and how polling goes. The poll state is never cut for the rest. */
export const scopePieces = ({ parts, poll, brand, width }: Wishes): readonly Piece[] => {
	const roomBesideName = (name: string): number => width - (name === '' ? 0 : displayWidth(name) + 2);
	const { parts: fewer, least }: Beside =
		poll.gist === undefined
			? { parts, least: displayWidth(poll.text) }
			: besideFix(parts, poll, roomBesideName(brand) - 2);
	const roomBeside = (name: string, gap: number): number => roomBesideName(name) - least - gap;
	const kept = fitParts(fewer, roomBeside(brand, 2));
	const shorter = kept.length === 1 ? (kept[0]?.shorter ?? joined(kept)) : joined(kept);
	const ways = [
		{ name: brand, scope: joined(kept), gap: 2 },
		{ name: brand, scope: shorter, gap: 2 },
		{ name: shortBrand(brand), scope: shorter, gap: 1 },
	];
	const fits = (way: (typeof ways)[number]): boolean => displayWidth(way.scope) <= roomBeside(way.name, way.gap);
	// A few cells of a long text say nothing.
	const short = { name: brand, scope: roomBeside(brand, 2) > 4 ? joined(kept) : '', gap: 1 };
	const { name, scope, gap } = ways.find(fits) ?? short;
	const room = Math.max(least, roomBesideName(name) - displayWidth(scope) - gap);
	const text = cut(poll.text, room).trimEnd();
	return spread(
		[{ text: name, bold: true }, { text: name === '' ? '' : '  ' }, { text: scope }],
		[{ text, color: toneColors[poll.tone] }],
		width,
	);
};
