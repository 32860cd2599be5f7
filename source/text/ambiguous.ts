import stringWidth from 'string-width';

const known = new Map<string, boolean>();

/**
 * Whether terminals disagree about the width of this one character because Unicode leaves it open (East Asian Width A: most
 * signs, Greek, Cyrillic, letters with accents): one cell, or two where the user chose so, as many do who write Chinese.
 */
export const isAmbiguous = (character: string): boolean => {
	if (character.length !== 1 || character < '\u00a0') {
		return false;
	}
	const found = known.get(character);
	if (found !== undefined) {
		return found;
	}
	const ambiguous = stringWidth(character, { ambiguousIsNarrow: false }) > stringWidth(character);
	known.set(character, ambiguous);
	return ambiguous;
};
