import fc from 'fast-check';
import { isJsonArray, isJsonObject, type Json } from '../../source/model/json.ts';
import { strangeText } from '../text/strange-text.ts';

/** What somebody would put into a name to steer the terminal, the shell or the spreadsheet of who reads it. */
const attacks: fc.Arbitrary<string> = fc.constantFrom(
	'\u001b]0;owned\u0007',
	'\u001b]52;c;cm0gLXJmIH4=\u0007',
	'\u001b]8;;http://evil.example/\u001b\\click\u001b]8;;\u001b\\',
	'\u001b]9;4;1;50\u0007',
	'\u001b]777;notify;a;b\u0007',
	'\u001bP+q544e\u001b\\',
	'\u001b[2J\u001b[H',
	'\u001b[?1049l',
	'\u001b[6n',
	'\u001b[c',
	'\u009b31m',
	'\u009d0;owned\u009c',
	'\u0090q\u009c',
	'\u001b',
	'\u0007',
	'\u000e',
	'\r',
	'\b\b\b',
	'\u202egpj.exe',
	'\u2066\u2069',
	'\u200b\u200d\ufeff',
	'\u2028\u2029',
	'\ud800',
	'\udc00',
	';',
	'=cmd|"/c calc"!A0',
	'+1',
	'-1',
	'@SUM(1)',
	'\t=1',
	'\r=1',
	'＝1',
	'"',
	',',
	'%1b]0;x%07',
	'$(id)`id`',
);

/** Any text, with a leaning to the worst. */
export const hostileText: fc.Arbitrary<string> = fc
	.array(fc.oneof(attacks, strangeText, fc.string({ unit: 'binary', maxLength: 6 })), { minLength: 1, maxLength: 3 })
	.map(parts => parts.join(''));

/** Texts to poison an answer with; together they reach each field sooner or later. */
export const hostileTexts: fc.Arbitrary<readonly string[]> = fc.array(hostileText, { minLength: 5, maxLength: 12 });

/** Gives out the texts in turn. */
export const inTurn = (texts: readonly string[]): (() => string) => {
	let turn = 0;
	return () => texts[turn++ % texts.length] ?? '';
};

/** The same shape with each text of it, and each name of a map's entry, followed by a hostile one or put in its place. */
export const poisoned = (json: Json, next: () => string): Json => {
	if (typeof json === 'string') {
		const text = next();
		return text.length % 3 === 0 ? text : text.length % 3 === 1 ? json + text : text + json;
	}
	if (isJsonArray(json)) {
		return json.map(value => poisoned(value, next));
	}
	if (isJsonObject(json)) {
		const entries = Object.entries(json).map(([name, value]) => [name, poisoned(value, next)] as const);
		// The service's own names stay, so that the values are found; beside them stands one that it never had.
		return Object.fromEntries([...entries, [next(), next()]]);
	}
	return json;
};
