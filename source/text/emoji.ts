let oneEmoji: RegExp | undefined;

/**
 * Whether a text is one emoji of Unicode's list (UTS #51, RGI). The engine reads that list when the expression is made, which takes as long as
 * half a start of Node (20 ms): not before a text needs it, and once.
 */
export const isEmoji = (text: string): boolean => {
	oneEmoji ??= /^\p{RGI_Emoji}$/v;
	return oneEmoji.test(text);
};
