/** What differs between two texts that say the same, from the longest shape to the shortest. */
const variables: readonly (readonly [RegExp, string])[] = [
	[/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>,;]+/gi, '<url>'],
	[/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
	[/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g, '<address>'],
	[/\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b/gi, '<address>'],
	[/\bdlc[0-9a-z]{13}(?:-[0-9a-z-]+)?\b/g, '<id>'],
	[/\b0x[0-9a-f]+\b/gi, '<number>'],
	// A word of letters and digits mixed is an id where it is long.
	[/\b(?=[a-z-]*\d)(?=[0-9-]*[a-z])[0-9a-z]+(?:-[0-9a-z]+)*\b/gi, '<id>'],
	[/\d+(?:[.,:]\d+)*/g, '<number>'],
];

/** Long enough to tell messages apart; what comes behind it differs too much to group by. */
const longest = 200;

/** A message without what changes from one job to the next: ids, numbers, addresses. One line of at most 200 characters. */
export const patternOf = (text: string): string =>
	variables
		.reduce((masked, [shape, sign]) => masked.replace(shape, sign), text.slice(0, 4 * longest))
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, longest);
