import { createReadStream } from 'node:fs';

/** More than any file of keys holds, in bytes. */
const longest = 2 ** 20;

class TooLarge extends Error {
	readonly code = 'EFBIG';
}

/** The text of a small file; rejects with a `code`, as `node:fs` does, also when it is longer than 1 MiB or has no end. */
export const readSmallFile = async (path: string): Promise<string> => {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of createReadStream(path)) {
		const bytes = Buffer.from(chunk);
		length += bytes.length;
		if (length > longest) {
			throw new TooLarge();
		}
		chunks.push(bytes);
	}
	return Buffer.concat(chunks).toString('utf8');
};
