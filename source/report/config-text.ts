import { maskText } from '../text/mask.ts';
import { sanitize } from '../text/sanitize.ts';
import { displayWidth } from '../text/width.ts';

/** One setting as it is printed: what holds, and where it came from. */
export type ConfigRow = { readonly name: string; readonly value: string; readonly source: string };

export type ConfigSection = { readonly title: string; readonly rows: readonly ConfigRow[] };

/** Cells of a line, of a name with its indent, and of a value that shares its line with its source. */
const width = 80;
const nameWidth = 23;
const valueWidth = 23;

const pad = (text: string, cells: number): string => text + ' '.repeat(Math.max(0, cells - displayWidth(text)));

/** Breaks a text anywhere, so that no piece is wider than `cells`. */
const pieces = (text: string, cells: number): readonly string[] => {
	const lines: string[] = [];
	let line = '';
	for (const character of text) {
		if (displayWidth(line + character) > cells) {
			lines.push(line);
			line = '';
		}
		line += character;
	}
	return [...lines, line];
};

/** Safe for the terminal, and without secrets. */
const shown = (text: string): string => sanitize(maskText(text));

const rowLines = ({ name, value, source }: ConfigRow): readonly string[] => {
	const head = pad(`  ${shown(name)}`, nameWidth);
	const words = shown(value);
	const from = shown(source);
	const oneLine = `${head}${pad(words, valueWidth)}  ${from}`;
	if (displayWidth(words) <= valueWidth && displayWidth(oneLine) <= width && displayWidth(head) <= nameWidth) {
		return [oneLine.trimEnd()];
	}
	const indent = ' '.repeat(nameWidth);
	const room = width - nameWidth;
	const [first = '', ...rest] = pieces(words, room);
	const start = displayWidth(head) > nameWidth ? [head, indent + first] : [head + first];
	const below = [...rest, ...pieces(from, room - 2).map(piece => `  ${piece}`)].filter(line => line.trim() !== '');
	return [...start, ...below.map(line => indent + line)].flatMap(line => pieces(line.trimEnd(), width));
};

/** The settings as a text of at most 80 columns, secrets masked. */
export const configText = (sections: readonly ConfigSection[]): string =>
	sections
		.filter(({ rows }) => rows.length > 0)
		.map(({ title, rows }) => `${title}\n${rows.flatMap(rowLines).join('\n')}\n`)
		.join('\n');
