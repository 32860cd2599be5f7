import { numberFields } from '../../tables/filter-fields.ts';
import type { ParameterName } from '../../tables/parameters.ts';
import { once } from '../../text/once.ts';
import { spanText, windowText } from '../window-words.ts';
import type { LocalMatch, Pattern, Term } from './term.ts';

/** What can stand without quotes, as a word of its own or behind a field. */
const plainWord = once(() => /^[\p{L}\p{N}_.][\p{L}\p{N}_.+@-]*$/u);
const plainValue = once(() => /^[\p{L}\p{N}_.][\p{L}\p{N}_.+@:/=-]*$/u);

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A value as it is typed: in quotes where it could be misread. */
export const valueText = (text: string, plain = plainValue): string => (plain().test(text) ? text : quote(text));

const regexText = (source: string): string => source.replace(/\\[\s\S]|\//g, found => (found === '/' ? '\\/' : found));

const patternText = (pattern: Pattern, plain: () => RegExp): string =>
	pattern.kind === 'part'
		? valueText(pattern.text, plain)
		: `/${regexText(pattern.source)}/${pattern.ignoreCase ? 'i' : ''}`;

const localText = (match: LocalMatch): string => {
	if (match.kind === 'number') {
		const value = numberFields[match.field].unit === 'span' ? spanText(match.value) : String(match.value);
		return `${match.field}${match.operator}${value}`;
	}
	const [only, second] = match.patterns;
	return match.field === 'name' && only !== undefined && second === undefined
		? patternText(only, plainWord)
		: `${match.field}:${match.patterns.map(pattern => patternText(pattern, plainValue)).join(',')}`;
};

/** Parameters that are written by a shorter name. */
const shortNames: Readonly<Partial<Record<ParameterName, string>>> = {
	ShowOwn: 'mine',
	Status: 'status-is',
	Tags: 'tag',
};

/** A term as it is typed. */
export const printTerm = ({ negated, match }: Term): string => {
	switch (match.kind) {
		case 'text':
		case 'number':
			return `${negated ? '-' : ''}${localText(match)}`;
		case 'parameter':
			return `${shortNames[match.name] ?? match.name}:${valueText(match.value)}`;
		case 'window':
			return `window:${windowText(match.window)}`;
	}
};

export const printTerms = (terms: readonly Term[]): string => terms.map(printTerm).join(' ');
