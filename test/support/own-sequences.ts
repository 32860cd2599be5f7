/**
 * What dlctop itself sends to a terminal, and nothing else: written down a second time here, apart from the code that writes it.
 * A sequence that is not in this list is a leak.
 */
const own: readonly RegExp[] = [
	/** Looks: SGR. */
	/\u001b\[[0-9;]*m/y,
	/** Moves, and the erasing of cells, of a line, of the screen. */
	/\u001b\[[0-9]*[ABCDGX]|\u001b\[(?:[0-9]+)?(?:;[0-9]+)?H|\u001b\[K|\u001b\[2J|[\r\b\v]/y,
	/** Rows moved between two margins, which are set and given back at once. */
	/\u001b\[[0-9]+;[0-9]+r\u001b\[[0-9]+H\u001b\[[0-9]*[ML]\u001b\[r/y,
	/** Alternate screen, cursor, wrapping, synchronized update, bracketed paste. */
	/\u001b\[\?(?:1049|25|7|2026|2004)[hl]/y,
	/** The window's title: kept, set to a number, given back. */
	/\u001b\[2[23];2t|\u001b\]2;\([0-9]+\) dlctop\u0007/y,
	/** A link to the console, percent-encoded, and its end. */
	/\u001b\]8;;(?:https:\/\/pai\.console\.aliyun\.com\/\?[A-Za-z0-9%&=#/._~!*'()-]*)?\u001b\\/y,
	/** The clipboard: base64 only. */
	/\u001b\]52;c;[A-Za-z0-9+/]*={0,2}\u0007/y,
];

/** Notices, whose text is looked at like any other; the bell stands for itself as well. */
const notice = /\u001b\](?:9;dlctop: |777;notify;dlctop;)([^\u0007;]*)\u0007|\u0007/y;
const throughTmux = /\u001bPtmux;((?:\u001b\u001b|[^\u001b])*)\u001b\\/y;

/** Pictures and Arabic words, in which some hidden characters belong. */
const picture =
	/(?:[\p{Extended_Pictographic}#*0-9][\ufe0e\ufe0f\u20e3\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*)(?:\u200d\p{Extended_Pictographic}[\ufe0e\ufe0f\p{Emoji_Modifier}]*)*/gv;
const arabicJoiner = /(?<=\p{Script=Arabic}\p{M}*)\u200c(?=\p{Script=Arabic})/gv;
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/v;

/** The first character that a reader would not see, and where; undefined where the text hides nothing. */
export const hiddenIn = (text: string): string | undefined => {
	const rest = text.replace(picture, '').replace(arabicJoiner, '');
	const at = rest.search(unseen);
	return at === -1 ? undefined : JSON.stringify(rest.slice(at, at + 40));
};

const matchAt = (pattern: RegExp, bytes: string, at: number): RegExpExecArray | null => {
	pattern.lastIndex = at;
	return pattern.exec(bytes);
};

const text = /[^\u0000-\u001f\u007f-\u009f]+/y;

/** Reads what went to a terminal; the first thing in it that is not dlctop's own, or undefined. */
export const foreignIn = (bytes: string): string | undefined => {
	for (let at = 0; at < bytes.length; ) {
		const passed = matchAt(throughTmux, bytes, at);
		const told = passed ?? matchAt(notice, bytes, at);
		const plain = told ?? matchAt(text, bytes, at);
		const found = plain ?? own.map(pattern => matchAt(pattern, bytes, at)).find(match => match !== null);
		if (found === undefined || found === null || found[0] === '') {
			return `at ${at}: ${JSON.stringify(bytes.slice(at, at + 60))}`;
		}
		const inner = found[1] ?? '';
		const leak =
			passed !== null
				? foreignIn(inner.replaceAll('\u001b\u001b', '\u001b'))
				: hiddenIn(plain !== null && told === null ? found[0] : inner);
		if (leak !== undefined) {
			return leak;
		}
		at += found[0].length;
	}
	return undefined;
};
