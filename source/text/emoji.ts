import { once } from './once.ts';

/** The engine reads Unicode's list when the expression is made, which takes as long as half a start of Node (20 ms). */
const oneEmoji = once(() => /^\p{RGI_Emoji}$/v);

/** Whether a text is one emoji of Unicode's list (UTS #51, RGI). */
export const isEmoji = (text: string): boolean => oneEmoji().test(text);
