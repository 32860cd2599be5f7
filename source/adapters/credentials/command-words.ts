const word = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gsu;

/**
 * The words of a command line as a POSIX shell would see them without expanding anything: blanks separate, quotes and
 * backslashes keep together. Undefined when a quote is left open, and when there is no word. Nothing in it is ever run by a shell.
 */
export const commandWords = (line: string): readonly [string, ...string[]] | undefined => {
	if (line.replaceAll(word, '').trim() !== '') {
		return undefined;
	}
	const [program, ...rest] = (line.match(word) ?? []).map(part =>
		part.replaceAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gsu, (_, single, double, escaped) =>
			[single, double?.replaceAll(/\\(["\\$`])/g, '$1'), escaped].find(piece => piece !== undefined),
		),
	);
	return program === undefined || program === '' ? undefined : [program, ...rest];
};
