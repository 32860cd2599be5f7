const utf8Bytes = (codePoint: number): number => {
	if (codePoint < 0x80) {
		return 1;
	}
	return codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
};

/** How many bytes a text takes in UTF-8; half a pair takes those of U+FFFD, which is sent in its place. */
export const byteLength = (text: string): number => {
	let bytes = 0;
	for (const character of text) {
		bytes += utf8Bytes(character.codePointAt(0) ?? 0);
	}
	return bytes;
};
