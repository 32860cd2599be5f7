/** What a terminal sends for the keys that are not one character. */
const sequences: Readonly<Record<string, string>> = {
	enter: '\r',
	escape: '\u001b',
	tab: '\t',
	'shift+tab': '\u001b[Z',
	backspace: '\u007f',
	space: ' ',
	up: '\u001b[A',
	down: '\u001b[B',
	'shift+up': '\u001b[1;2A',
	'shift+down': '\u001b[1;2B',
	right: '\u001b[C',
	left: '\u001b[D',
	home: '\u001b[H',
	end: '\u001b[F',
	pageup: '\u001b[5~',
	pagedown: '\u001b[6~',
};

/** The bytes of a key by its name: `j`, `enter`, `ctrl+d`. Throws for a name that no keyboard has. */
export const bytesOfKey = (name: string): string => {
	const control = /^ctrl\+([a-z])$/.exec(name)?.[1];
	const bytes = control === undefined ? sequences[name] : String.fromCharCode(control.charCodeAt(0) & 0x1f);
	if (bytes === undefined && [...name].length !== 1) {
		throw new Error(`no key is called ${name}`);
	}
	return bytes ?? name;
};
