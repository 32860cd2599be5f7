import fc from 'fast-check';
import { operators, type Pattern, type Term } from '../../../source/model/grammar/term.ts';
import {
	type NumberFieldName,
	numberFields,
	type TextFieldName,
	textFields,
} from '../../../source/tables/filter-fields.ts';

const isTextField = (name: string): name is TextFieldName => Object.hasOwn(textFields, name);
const isNumberField = (name: string): name is NumberFieldName => Object.hasOwn(numberFields, name);

const word = fc.oneof(
	fc.string({ minLength: 1, maxLength: 12 }),
	fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
	fc.string({ unit: fc.constantFrom(...'ab-:/",\\ >=<!é中😀'), minLength: 1, maxLength: 8 }),
	fc.constantFrom('llm', 'Failed', 'live', 'dlc1k3b7x2m4f9qz', '-x', 'gpu>=8', '中文'),
);

const pattern: fc.Arbitrary<Pattern> = fc.oneof(
	word.map(text => ({ kind: 'part', text }) as const),
	fc.record({
		kind: fc.constant('regex' as const),
		source: fc.constantFrom('a', 'a/b', '[/"]', '^x y$', '\\d+,\\\\', '(a|b)*'),
		ignoreCase: fc.boolean(),
	}),
);

const textTerm = fc.record({
	negated: fc.boolean(),
	match: fc.record({
		kind: fc.constant('text' as const),
		field: fc.constantFrom(...Object.keys(textFields).filter(isTextField)),
		patterns: fc.array(pattern, { minLength: 1, maxLength: 3 }),
	}),
});

const spans = fc.integer({ min: 1, max: 100_000_000 }).map(seconds => seconds * 1000);
const counts = fc.oneof(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom(0.5, 1.25));

const numberTerm = fc
	.record({
		negated: fc.boolean(),
		field: fc.constantFrom(...Object.keys(numberFields).filter(isNumberField)),
		operator: fc.constantFrom(...operators),
		span: spans,
		count: counts,
	})
	.map(({ negated, field, operator, span, count }) => ({
		negated,
		match: {
			kind: 'number' as const,
			field,
			operator,
			value: numberFields[field].unit === 'span' ? span : count,
		},
	}));

const seconds = fc.integer({ min: 0, max: 4_000_000_000 }).map(value => value * 1000);

const sentTerm = fc.oneof(
	fc.record({
		negated: fc.constant(false as const),
		match: fc.record({
			kind: fc.constant('parameter' as const),
			name: fc.constantFrom('Username', 'Status', 'ResourceId', 'Description', 'UserCommandSearch'),
			value: word.filter(text => [...text].length <= 200),
		}),
	}),
	fc
		.oneof(
			spans.map(ms => ({ kind: 'last', ms }) as const),
			seconds.map(start => ({ kind: 'between', start, end: undefined }) as const),
			fc
				.tuple(seconds, seconds)
				.map(([a, b]) => ({ kind: 'between', start: Math.min(a, b), end: Math.max(a, b) }) as const),
		)
		.map(window => ({ negated: false, match: { kind: 'window', window } }) as const),
);

/** Any term that a person could write. */
export const someTerm: fc.Arbitrary<Term> = fc.oneof(textTerm, numberTerm, sentTerm);

/** Anything at all, mostly what looks like a filter. */
export const someText: fc.Arbitrary<string> = fc.oneof(
	fc.string(),
	fc
		.array(
			fc.constantFrom(
				...[
					'status:',
					'gpu>=',
					'any:',
					'-',
					'"',
					'/',
					'i',
					' ',
					',',
					'8',
					'10m',
					'Failed',
					'live',
					'x',
					'\\',
					'window:',
				],
				...['36h', '..', '2026-11-01', 'Username:', 'tag:', 'a=b', 'foo:', 'mine:', 'no', 'type:pytorch', 'user:ali'],
			),
			{ maxLength: 10 },
		)
		.map(parts => parts.join('')),
);
