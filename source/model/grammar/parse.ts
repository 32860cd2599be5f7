import { type Field, fieldEntries, fieldOf, numberFields } from '../../tables/filter-fields.ts';
import { parseParameter, parseSpan } from '../../tables/parameter-values.ts';
import type { ParameterName } from '../../tables/parameters.ts';
import { nearestWords } from '../../text/nearest.ts';
import { compileRegex } from '../../text/regex.ts';
import { failed, type Result, success } from '../failure.ts';
import { parseWindow } from '../window-words.ts';
import { type Operator, operators, type Pattern, type Problem, type Term } from './term.ts';
import { type Value, type Word, wordsOf } from './words.ts';

/** The terms of a text, and what of it is none. */
export type Parsed = { readonly terms: readonly Term[]; readonly problems: readonly Problem[] };

type Parse<Out> = Result<Out, Problem>;

const wrong = (
	{ from, to }: { readonly from: number; readonly to: number },
	message: string,
): { ok: false; problem: Problem } => ({
	ok: false,
	problem: { from, to, message },
});

const patternOf = (value: Value): Parse<Pattern> => {
	if (value.problem !== undefined) {
		return wrong(value, value.problem);
	}
	if (value.text === '') {
		return wrong(value, value.kind === 'regex' ? 'the expression between / and / is empty' : 'a value is missing');
	}
	if (value.kind !== 'regex') {
		return success({ kind: 'part', text: value.text });
	}
	if (value.flags !== '' && value.flags !== 'i') {
		return wrong(value, `only the letter i may follow /…/, not ${value.flags}`);
	}
	const compiled = compileRegex(value.text, value.flags === 'i');
	return compiled.ok
		? success({ kind: 'regex', source: value.text, ignoreCase: value.flags === 'i' })
		: wrong(value, `/${value.text}/: ${compiled.problem}`);
};

const patternsOf = (values: readonly Value[]): Parse<readonly Pattern[]> => {
	const patterns: Pattern[] = [];
	for (const value of values) {
		const pattern = patternOf(value);
		if (!pattern.ok) {
			return pattern;
		}
		patterns.push(pattern.value);
	}
	return success(patterns);
};

const textTerm = (word: Word, field: Extract<Field, { kind: 'text' }>['name']): Parse<Term> => {
	if (word.sign !== '' && word.sign !== ':') {
		return wrong(word, `${field} is text: write ${field}:value`);
	}
	const patterns = patternsOf(word.values);
	return patterns.ok
		? success({ negated: word.negated, match: { kind: 'text', field, patterns: patterns.value } })
		: patterns;
};

const operatorOf = (sign: string): Operator => operators.find(operator => operator === sign) ?? '=';

/** One plain value, for fields that take neither lists nor expressions. */
const oneValue = (word: Word): Parse<Value> => {
	const [value, second] = word.values;
	if (value === undefined || value.problem !== undefined) {
		return wrong(value ?? word, value?.problem ?? 'a value is missing');
	}
	if (value.text === '' && value.kind !== 'quoted') {
		return wrong(word, `${word.field}${word.sign} needs a value`);
	}
	return second !== undefined || value.kind === 'regex' ? wrong(word, `${word.field} takes one value`) : success(value);
};

const numberTerm = (word: Word, field: Extract<Field, { kind: 'number' }>['name']): Parse<Term> => {
	const value = oneValue(word);
	if (!value.ok) {
		return value;
	}
	const { unit } = numberFields[field];
	const { text } = value.value;
	const number = unit === 'span' ? parseSpan(text) : /^\d{1,9}(?:\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
	if (number === undefined) {
		const example = unit === 'span' ? `${field}>10m` : `${field}>=8`;
		return wrong(value.value, `${text}: ${field} takes a ${unit === 'span' ? 'span' : 'number'}, as in ${example}`);
	}
	return success({
		negated: word.negated,
		match: { kind: 'number', field, operator: operatorOf(word.sign), value: number },
	});
};

const yesAndNo: Readonly<Record<string, string>> = { yes: 'true', no: 'false' };

const parameterTerm = (word: Word, name: ParameterName): Parse<Term> => {
	if (word.negated || word.sign !== ':') {
		return wrong(word, word.negated ? `the service cannot exclude by ${word.field}` : `write ${word.field}:value`);
	}
	const joined =
		word.values.length > 1 && word.values.every(({ kind, problem }) => kind === 'plain' && problem === undefined);
	const value = joined ? success({ text: word.values.map(({ text }) => text).join(',') }) : oneValue(word);
	if (!value.ok) {
		return value;
	}
	const given = value.value.text;
	const text = name === 'ShowOwn' || name === 'FromAllWorkspaces' ? (yesAndNo[given] ?? given) : given;
	// Nothing of these parameters is told from the time: spans are for the window alone.
	const parsed = parseParameter(name, text, 0);
	return parsed.ok
		? success({ negated: false, match: { kind: 'parameter', name, value: text } })
		: wrong(word, `${word.field}:${parsed.problem.slice(parsed.problem.indexOf(' ') + 1)}`);
};

const windowTerm = (word: Word, now: number): Parse<Term> => {
	const value = oneValue(word);
	if (!value.ok || word.negated || word.sign !== ':') {
		return value.ok ? wrong(word, 'write window:36h or window:2026-11-01..2026-11-09') : value;
	}
	const window = parseWindow(value.value.text, now);
	return window.ok
		? success({ negated: false, match: { kind: 'window', window: window.value } })
		: wrong(value.value, window.problem);
};

const names = fieldEntries.map(({ opening }) => opening.replace(/\W+$/, ''));

const termOf = (word: Word, now: number): Parse<Term> => {
	if (word.field === undefined) {
		return word.values[0]?.text === '' && word.values[0].kind === 'plain'
			? wrong(word, 'a dash excludes what follows it: -word')
			: textTerm(word, 'name');
	}
	const field = fieldOf(word.field);
	switch (field?.kind) {
		case undefined:
			return wrong(word, `there is no field ${word.field}${nearestWords(word.field, names)}`);
		case 'text':
			return textTerm(word, field.name);
		case 'number':
			return numberTerm(word, field.name);
		case 'parameter':
			return parameterTerm(word, field.name);
		case 'window':
			return windowTerm(word, now);
	}
};

/** Reads a filter. Total: whatever is no term is a problem with its place. `now` is ms since the epoch, for windows. */
export const parseTerms = (text: string, now: number): Parsed => {
	const read = wordsOf(text).map(word => termOf(word, now));
	return {
		terms: read.flatMap(term => (term.ok ? [term.value] : [])),
		problems: read.flatMap(term => (term.ok ? [] : [term.problem])),
	};
};

/** The terms, or the first problem. */
export const readTerms = (text: string, now: number): Result<readonly Term[], Problem> => {
	const { terms, problems } = parseTerms(text, now);
	return problems[0] === undefined ? success(terms) : failed(problems[0]);
};
