import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Failure, failed, type Result, success } from '../model/failure.ts';
import { errorCode } from './error-code.ts';

const malformed = (message: string) => failed<Failure>({ kind: 'malformed-answer', message });

const tooLong = (limit: number) =>
	malformed(`The answer is longer than ${Math.round(limit / 2 ** 20)} MiB, which no page of jobs is.`);

const unzip = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

/** Piece by piece: to put them into one first takes Bun longer than all that follows. */
const textOf = (chunks: readonly Uint8Array[]): string => {
	const decoder = new TextDecoder();
	return [...chunks.map(chunk => decoder.decode(chunk, { stream: true })), decoder.decode()].join('');
};

/**
 * The text of a body: undoes its `content-encoding` and decodes UTF-8 (a wrong byte becomes U+FFFD). `chunks` is undefined where they were more
 * bytes than `limit`, which bounds the decoded ones too, so that a small answer cannot unfold into all memory.
 */
export const decodeBody = async (
	chunks: readonly Uint8Array[] | undefined,
	encoding: string,
	limit: number,
): Promise<Result<string>> => {
	if (chunks === undefined) {
		return tooLong(limit);
	}
	const isGzip = /^(x-)?gzip$/i.test(encoding);
	if (!isGzip && !/^(identity)?$/i.test(encoding)) {
		return malformed('The answer is encoded in a way that was not asked for.');
	}
	if (!isGzip) {
		return success(textOf(chunks));
	}
	try {
		return success(textOf([await unzip(Buffer.concat(chunks), { maxOutputLength: limit })]));
	} catch (error) {
		return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLong(limit) : malformed('The answer is not valid gzip.');
	}
};
