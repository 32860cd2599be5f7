import { eastAsianWidthType } from 'get-east-asian-width';

/**
 * Whether terminals disagree about the width of this one character because Unicode leaves it open (East Asian Width A: most
 * signs, Greek, Cyrillic, letters with accents): one cell, or two where the user chose so, as many do who write Chinese.
 */
export const isAmbiguous = (character: string): boolean => {
	if (character.length !== 1 || character < '\u00a0') {
		return false;
	}
	return eastAsianWidthType(character.charCodeAt(0)) === 'ambiguous';
};
