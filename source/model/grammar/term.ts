import type { NumberFieldName, TextFieldName } from '../../tables/filter-fields.ts';
import type { ParameterName } from '../../tables/parameters.ts';
import type { TimeWindow } from '../window.ts';

/** What a text is looked through for: a part of it in any case, or a regular expression. */
export type Pattern =
	| { readonly kind: 'part'; readonly text: string }
	| { readonly kind: 'regex'; readonly source: string; readonly ignoreCase: boolean };

export const operators = ['>=', '<=', '!=', '>', '<', '='] as const;
export type Operator = (typeof operators)[number];

/** What loaded rows can be asked. */
export type LocalMatch =
	/** One of the patterns is found in the field. */
	| { readonly kind: 'text'; readonly field: TextFieldName; readonly patterns: readonly Pattern[] }
	/** A span is in ms. */
	| {
			readonly kind: 'number';
			readonly field: NumberFieldName;
			readonly operator: Operator;
			readonly value: number;
	  };

/** What only the service can be asked. */
export type SentMatch =
	/** The value as text, as a flag takes it. */
	| { readonly kind: 'parameter'; readonly name: ParameterName; readonly value: string }
	| { readonly kind: 'window'; readonly window: TimeWindow };

/** One term that dlctop answers itself, over the loaded rows. */
export type LocalTerm = { readonly negated: boolean; readonly match: LocalMatch };

/** One word of the filter: all of them must hold. What is sent as it is cannot be negated. */
export type Term = LocalTerm | { readonly negated: false; readonly match: SentMatch };

/** Something in the text that is no term: the place of its first letter and of the one behind its last, and one sentence. */
export type Problem = { readonly from: number; readonly to: number; readonly message: string };
