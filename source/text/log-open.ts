import { stampLength } from './log-line.ts';
import { maskLine, type OpenEnd } from './mask.ts';
import { endsWithKeyId, maskPairSecrets } from './mask-shapes.ts';
import { maskSign } from './mask-sign.ts';
import { quotedEnd } from './mask-value.ts';
import { secretRule } from './secret-names.ts';

/** A secret that goes on in the next line, with the lines that may still belong to it. */
export type OpenSecret = {
	readonly open: OpenEnd | { readonly kind: 'near' };
	readonly linesLeft: number;
};

/** A quote that is never closed must not hide all that follows. */
const mostLines = { value: 1, quote: 40, block: 400, near: 1 } as const;

/** A line without its time. */
export const textOf = (line: string): string => line.slice(stampLength(line));
/** The time of a line, and a mask for all the rest. */
export const hidden = (line: string): string => line.slice(0, stampLength(line)) + maskSign;

/** An item of a list in YAML, or of one in JSON that was broken into lines, which is a flag: the next item is its value. */
const listedFlag = /^\s*(?:-\s+)?["']?-{1,2}([A-Za-z][\w.-]*)(?:["'],?|(?<=^\s*-\s.*))\s*$/;
/** The name of a pair that was broken into lines: `"name": "HF_TOKEN",`. */
const namedPair = /["'](?:name|key)["']\s*:\s*["']([\w.-]+)["'],?\s*$/i;
/** The same in YAML and XML: `- name: HF_TOKEN`, `<name>fs.oss.accessKeySecret</name>`. */
const plainPair = /(?:^\s*(?:-\s+)?(?:name|key):\s+|<name>)["']?([\w.-]+)(?:["']?|<\/name>)\s*$/i;
/** A flag of its own: nothing was left to be said of the one before. */
const isFlag = /^\s*(?:-\s+)?["']?--?[A-Za-z]/;

/** What a line leaves open: what its masking found at its end, or the name of a value on the next line. */
export const openAfter = (line: string, found: OpenEnd | undefined): OpenSecret | undefined => {
	const text = textOf(line);
	const name = listedFlag.exec(text)?.[1] ?? namedPair.exec(text)?.[1] ?? plainPair.exec(text)?.[1];
	const isNamed = name !== undefined && secretRule(name) !== undefined;
	const open =
		found ?? (isNamed ? ({ kind: 'value' } as const) : endsWithKeyId(text) ? ({ kind: 'near' } as const) : undefined);
	return open && { open, linesLeft: mostLines[open.kind] };
};

export type OpenLine = { readonly masked: string; readonly open: OpenSecret | undefined };

const usual = (line: string): OpenLine => {
	const { text, open } = maskLine(line);
	return { masked: text, open: openAfter(line, open) };
};

/** The line hidden, and the secret still open unless it may have no more lines. */
const more = (line: string, secret: OpenSecret): OpenLine => ({
	masked: hidden(line),
	open: secret.linesLeft > 1 ? { ...secret, linesLeft: secret.linesLeft - 1 } : undefined,
});

const quoted = (line: string, secret: OpenSecret, closer: string): OpenLine => {
	const end = quotedEnd(line, stampLength(line), closer);
	if (end === undefined) {
		return more(line, secret);
	}
	const rest = usual(line.slice(end));
	return { masked: `${hidden(line)}${closer}${rest.masked}`, open: rest.open };
};

/** Where the text of a line begins, behind its time and the prefix that stands before each line; far right, where there is none. */
const columnOf = (line: string, prefix: string): number => {
	const text = textOf(line);
	const rest = text.startsWith(prefix) ? text.slice(prefix.length) : text;
	return rest.trim() === '' ? Number.POSITIVE_INFINITY : line.length - rest.trimStart().length;
};

/** Whether a line is set in deeper than the name of a block. A line without a time behind one with a time counts by itself. */
const isDeeper = (line: string, before: string): boolean => {
	const column = columnOf(line, textOf(before).trimEnd());
	const hasTime = stampLength(line) > 0;
	return hasTime === stampLength(before) > 0 ? column > before.length : !hasTime && column > 0;
};

const block = (line: string, secret: OpenSecret, before: string): OpenLine =>
	isDeeper(line, before) ? more(line, secret) : usual(line);

/** A line behind one that left a secret open. */
export const maskOpenLine = (line: string, secret: OpenSecret): OpenLine => {
	const { open } = secret;
	switch (open.kind) {
		case 'value':
			return isFlag.test(textOf(line)) ? usual(line) : more(line, secret);
		case 'quote':
			return quoted(line, secret, open.closer);
		case 'block':
			return block(line, secret, open.before);
		case 'near': {
			const { masked, open: next } = usual(line);
			return { masked: maskPairSecrets(masked), open: next };
		}
	}
};
