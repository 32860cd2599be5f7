import { doubtsAbout } from '../grammar/doubts.ts';
import type { State } from '../state.ts';

/** What stands beside the filter that is typed: its mistake, or what Tab offers. */
export type PromptNews =
	| { readonly kind: 'problem'; readonly text: string }
	/** The filter holds, but may not be what was meant. */
	| { readonly kind: 'doubt'; readonly text: string }
	| { readonly kind: 'offer'; readonly words: readonly string[]; readonly at: number };

/** Undefined while there is nothing to say, so that hints have the place. */
export const promptNews = ({ mode, query }: State): PromptNews | undefined => {
	if (mode.kind !== 'filter') {
		return undefined;
	}
	// A completed `user:` waits for its value: that is no mistake to point at.
	if (mode.offer !== undefined) {
		return { kind: 'offer', words: mode.offer.words, at: mode.offer.at };
	}
	if (mode.problem !== undefined) {
		return { kind: 'problem', text: mode.problem.message };
	}
	const [text] = doubtsAbout(query);
	return text === undefined ? undefined : { kind: 'doubt', text };
};

/** What an empty prompt says of itself. */
export const promptHelp = 'part of a name, status:Failed user:ali gpu>=8 any:oom -not';
