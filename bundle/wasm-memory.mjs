// How much memory a WebAssembly module begins with. It grows when it is used up.

const memorySection = 5;
const header = 8;

/** A number in LEB128, and where what follows it begins. */
const numberAt = (bytes, start) => {
	let value = 0;
	for (let at = start; ; at++) {
		value += (bytes[at] & 0x7f) * 2 ** (7 * (at - start));
		if (bytes[at] < 0x80) {
			return { value, end: at + 1 };
		}
	}
};

/** Where the first number of the memory section's limits stands. Throws where there is none. */
const limitsOf = bytes => {
	for (let at = header; at < bytes.length; ) {
		const { value: length, end } = numberAt(bytes, at + 1);
		if (bytes[at] === memorySection) {
			// How many memories there are, and whether this one has an upper limit.
			return end + 2;
		}
		at = end + length;
	}
	throw new Error('a WebAssembly module without memory of its own');
};

/** The module in base64, beginning with so many pages of 64 KiB. */
export const beginningWith = (pages, base64) => {
	const bytes = Buffer.from(base64, 'base64');
	const start = limitsOf(bytes);
	const { value, end } = numberAt(bytes, start);
	const room = end - start;
	if (value <= pages || pages >= 2 ** (7 * room)) {
		throw new Error(`a WebAssembly module that begins with ${value} pages`);
	}
	// In as many bytes as before: leading zeros are allowed.
	for (let index = 0; index < room; index++) {
		const rest = Math.floor(pages / 2 ** (7 * index)) % 128;
		bytes[start + index] = index === room - 1 ? rest : rest + 0x80;
	}
	return bytes.toString('base64');
};
