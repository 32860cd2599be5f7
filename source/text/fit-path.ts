import { fit } from './fit.ts';
import { tail } from './tail.ts';
import { displayWidth } from './width.ts';

/** So many cells of its beginning stay: two registries may hold a path of the same name. */
const leastFront = 4;

/** Cells in which a version, as it stands behind a colon, says something: `2.6.0`. An end in fewer says nothing. */
const leastVersion = 5;
const leastEnd = 4;

/** The cells that its end may have: a third, unless the beginning of a version needs more. */
const roomForEnd = (text: string, width: number): number => {
	const usual = Math.floor((width - 1) / 3);
	const version = text.indexOf(':') + 1;
	const beside = width - 1 - displayWidth(text.slice(0, version)) - leastVersion;
	if (version === 0 || beside < 0 || beside >= usual) {
		return usual;
	}
	return beside < leastEnd ? 0 : beside;
};

/** The beginning and the end in at most `width` cells; the beginning has more of them, as names and versions stand there. */
const withoutMiddle = (text: string, width: number): string => {
	const end = tail(text, roomForEnd(text, width));
	return fit(text, width - displayWidth(end)).trimEnd() + end;
};

/**
 * A path, such as an image's, in at most `width` cells (1 or more). What tells one from another stands at its end, and begins alike for
 * many: the end of the registry goes first, then parts of the path from the left, then the middle of the last one.
 */
export const fitPath = (text: string, width: number): string => {
	if (displayWidth(text) <= width) {
		return text;
	}
	const slashes = [...text.matchAll(/\//g)].map(({ index }) => index);
	const ends = slashes.map(index => text.slice(index));
	const whole = ends.find(end => displayWidth(end) + leastFront + 1 <= width);
	if (whole !== undefined) {
		return fit(text, width - displayWidth(whole)).trimEnd() + whole;
	}
	const last = ends.at(-1);
	if (last === undefined || width < leastFront * 4) {
		return withoutMiddle(text, width);
	}
	const before = text.slice(0, -last.length);
	const front = displayWidth(before) > leastFront ? fit(before, leastFront).trimEnd() : before;
	return front + withoutMiddle(last, width - displayWidth(front));
};
