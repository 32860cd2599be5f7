import { doubtsAbout } from '../grammar/doubts.ts';
import { lineText } from '../line-editor.ts';
import type { FilterMode } from '../prompt.ts';
import type { State } from '../state.ts';

/** What stands beside the filter that is typed: its mistake, or what Tab offers. */
export type PromptNews =
	| { readonly kind: 'problem'; readonly text: string }
	/** The filter holds, but may not be what was meant. */
	| { readonly kind: 'doubt'; readonly text: string }
	| { readonly kind: 'offer'; readonly words: readonly string[]; readonly at: number };

/** A mistake without what was typed, where it begins with that: the prompt shows it, and on a narrow screen the cause would be cut for it. */
const causeOf = ({ problem, line }: FilterMode): string | undefined => {
	if (problem === undefined) {
		return undefined;
	}
	const typed = `${lineText(line).trim().slice(problem.from, problem.to)}: `;
	return problem.message.startsWith(typed) ? problem.message.slice(typed.length) : problem.message;
};

/** Undefined while there is nothing to say, so that hints have the place. */
export const promptNews = ({ mode, query }: State): PromptNews | undefined => {
	if (mode.kind !== 'filter') {
		return undefined;
	}
	// A completed `user:` waits for its value: that is no mistake to point at.
	if (mode.offer !== undefined) {
		return { kind: 'offer', words: mode.offer.words, at: mode.offer.at };
	}
	const cause = causeOf(mode);
	if (cause !== undefined) {
		return { kind: 'problem', text: cause };
	}
	const [text] = doubtsAbout(query);
	return text === undefined ? undefined : { kind: 'doubt', text };
};

/** What an empty prompt says of itself. */
export const promptHelp = 'part of a name, status:Failed user:ali gpu>=8 any:oom -not';
