import { isEmoji } from './emoji.ts';
import { once } from './once.ts';
import { isPlainText } from './width.ts';

/** Whatever steers a terminal or a reader without being seen: controls, format characters, halves of pairs, fillers, selectors. */
const hidden = once(
	() => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gv,
);

/** Text without any of these is returned as it came. Combining marks are suspect for their number only. */
const suspect = once(
	() => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{M}]/v,
);

/** Characters that may be hidden and still belong: what looks like one emoji, and the non-joiner of Persian spelling. */
const candidate = once(
	() =>
		new RegExp(
			[
				String.raw`(?<emoji>[\p{Extended_Pictographic}#*0-9]`,
				String.raw`(?:[\ufe0e\ufe0f\u20e3\p{Emoji_Modifier}\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})+)`,
				String.raw`|(?<joiner>(?<=[\p{L}&&\p{Script=Arabic}]\p{M}{0,4})\u200c(?=[\p{L}&&\p{Script=Arabic}]))`,
				`|${hidden().source}`,
			].join(''),
			'gv',
		),
);

/** A picture that is text unless a selector follows, with the selector for text: it changes nothing and is harmless. */
const textPicture = once(() => /^[\p{Extended_Pictographic}--\p{Emoji_Presentation}]\ufe0e$/v);
const unqualified = once(() => /[\p{Extended_Pictographic}--\p{Emoji_Presentation}](?![\ufe0f\p{Emoji_Modifier}])/gv);

/** One emoji of Unicode's list, also where selectors were left out of it, as older keyboards do. */
const isOnePicture = (text: string): boolean =>
	textPicture().test(text) || isEmoji(text.replace(unqualified(), '$&\ufe0f'));

/** A sign of one cell for a character that must not be sent: `␛` for ESC, `␡` for DEL, `�` for what is no character, else `·`. */
const mark = (character: string): string => {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) {
		return String.fromCodePoint(0x2400 + code);
	}
	if (code === 0x7f) {
		return '␡';
	}
	return /[\p{Cs}\p{Noncharacter_Code_Point}]/v.test(character) ? '�' : '·';
};

/** Marks on one letter, more than any living script stacks in a name, and marks that have no letter to sit on. */
const pile = once(() => /(?<=\p{M}{4})\p{M}|^\p{M}+/gu);

/**
 * Text from outside, safe for the terminal and honest to the reader: every control character, escape, override of the
 * writing direction, zero-width character and stray selector becomes a visible mark of one cell. A joiner or selector
 * inside one emoji stays, and so does a non-joiner between Arabic letters. Idempotent; line breaks are marked as well.
 */
export const sanitize = (text: string): string => {
	if (isPlainText(text) || !suspect().test(text)) {
		return text;
	}
	return text
		.replace(candidate(), (found, picture: string | undefined, joiner: string | undefined) => {
			if (picture !== undefined) {
				return isOnePicture(picture) ? picture : picture.replace(hidden(), mark);
			}
			return joiner ?? mark(found);
		})
		.replace(pile(), run => '·'.repeat([...run].length));
};
