import { close, open, read } from 'node:fs';
import { promisify } from 'node:util';

/** More than any file of keys holds, in bytes. */
const longest = 2 ** 20;

const partLength = 2 ** 14;

// Streams and promises of files are parts of Node that a start would load for this alone.
const openFile = promisify(open);
const readPart = promisify(read);
const closeFile = promisify(close);

class TooLarge extends Error {
	readonly code = 'EFBIG';
}

/** The text of a small file; rejects with a `code`, as `node:fs` does, also when it is longer than 1 MiB or has no end. */
export const readSmallFile = async (path: string): Promise<string> => {
	const chunks: Buffer[] = [];
	let length = 0;
	const file = await openFile(path, 'r');
	try {
		for (;;) {
			const { bytesRead, buffer } = await readPart(file, Buffer.alloc(partLength), 0, partLength, null);
			if (bytesRead === 0) {
				return Buffer.concat(chunks).toString('utf8');
			}
			length += bytesRead;
			if (length > longest) {
				throw new TooLarge();
			}
			chunks.push(buffer.subarray(0, bytesRead));
		}
	} finally {
		await closeFile(file);
	}
};
