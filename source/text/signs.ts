/** Every sign dlctop draws beyond ASCII and its stand-in; both one cell wide, so that a layout holds for either. */
export const standIns: Readonly<Record<string, string>> = {
	'·': '-',
	'…': '~',
	'▸': '>',
	'•': '*',
	'●': '*',
	'◌': 'o',
	'‖': '"',
	'⚠': '!',
	'✗': 'x',
	'↑': '^',
	'↓': 'v',
	'←': '<',
	'→': '>',
	'⊚': 'o',
	'⊛': '@',
	'▏': '|',
	'│': '|',
	'─': '-',
	'┌': '+',
	'┬': '+',
	'┐': '+',
	'├': '+',
	'┼': '+',
	'┤': '+',
	'└': '+',
	'┴': '+',
	'┘': '+',
	'’': "'",
	'�': '?',
};

/** The pictures that stand for control characters, U+2400 to U+2421. */
const controlPictures = '\u2400-\u2421';
const pattern = new RegExp(`[${Object.keys(standIns).join('')}${controlPictures}]`, 'gu');

/** Text with dlctop's own signs in ASCII, of the same width. */
export const plainSigns = (text: string): string => text.replace(pattern, sign => standIns[sign] ?? '?');
