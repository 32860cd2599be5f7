import type { Place } from './detail/detail.ts';
import type { Texts } from './form/fields.ts';
import type { Offer } from './grammar/complete.ts';
import type { Problem } from './grammar/term.ts';
import type { LineEditor } from './line-editor.ts';
import type { LogView } from './logs/log-view.ts';
import type { Query } from './query.ts';

/** Modes with keys that are no text, and so with a help of their own. */
export const helped = ['list', 'detail', 'logs', 'comparison', 'stats', 'columns', 'sort', 'copy'] as const;
export type Helped = (typeof helped)[number];

/** The help of whoever had the keys, from this line on, and what it goes back to. */
type HelpMode = {
	readonly kind: 'help';
	readonly top: number;
	readonly over: Helped;
	readonly back: Mode;
	/** The word that is looked for; `''` for none. */
	readonly search: string;
	/** The line of the hit that one is at. */
	readonly at: number;
};

/** Who has the keys. */
export type Mode =
	| { readonly kind: 'list' }
	| {
			readonly kind: 'filter';
			readonly line: LineEditor;
			readonly before: Query;
			readonly pageBefore: number;
			/** What is wrong with the line; the former filter stays meanwhile. */
			readonly problem: Problem | undefined;
			/** What is typed, where the loaded rows can show it before the service is asked. */
			readonly preview: Query | undefined;
			/** What Tab offers, while nothing else was typed since. */
			readonly offer: Offer | undefined;
			/** Filters back in the history; 0 is the line being typed, which is kept meanwhile. */
			readonly back: number;
			readonly typed: string;
	  }
	| { readonly kind: 'sort' }
	| {
			readonly kind: 'form';
			/** The field that has the keys, from 0, and its text being edited. */
			readonly index: number;
			readonly line: LineEditor;
			readonly texts: Texts;
			/** Ms since the epoch: spans in fields count back from it. */
			readonly openedAt: number;
			/** Why Enter did not apply the form. */
			readonly refused: string | undefined;
	  }
	| { readonly kind: 'copy'; readonly over: 'list' | 'detail' | 'logs' }
	| {
			readonly kind: 'command';
			readonly line: LineEditor;
			readonly over: 'list' | 'detail' | 'logs' | 'comparison';
			/** Commands back in the history; 0 is the line being typed. */
			readonly back: number;
	  }
	| HelpMode
	/** The prompt of the search in the help: what it leads to, and where it began. */
	| { readonly kind: 'help-search'; readonly line: LineEditor; readonly help: HelpMode; readonly from: HelpMode }
	| { readonly kind: 'comparison' }
	/** Figures and errors, from this line on. */
	| { readonly kind: 'stats'; readonly over: 'list' | 'detail' | 'logs' | 'comparison'; readonly top: number }
	| { readonly kind: 'detail' }
	/** The column chooser: the column that is selected, and those of before. */
	| { readonly kind: 'columns'; readonly id: string; readonly before: readonly string[] | undefined }
	| {
			readonly kind: 'column-search';
			readonly id: string;
			readonly before: readonly string[] | undefined;
			readonly line: LineEditor;
	  }
	| { readonly kind: 'logs' }
	| { readonly kind: 'log-search'; readonly line: LineEditor }
	| {
			/** A prompt of the logs, and what Esc goes back to. */
			readonly kind: 'log-prompt';
			readonly of: 'filter' | 'since' | 'save';
			readonly line: LineEditor;
			readonly before: Pick<LogView, 'filter' | 'place' | 'hit'>;
			/** The file that is there already, once the service of files said so. */
			readonly exists: string | undefined;
	  }
	/** The prompt of the search in the pane, or in the differences while they are open: its word, the former one, and where it began. */
	| { readonly kind: 'search'; readonly line: LineEditor; readonly before: string; readonly from: Place };
