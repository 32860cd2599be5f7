import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Failure, failed, type Result, success } from '../model/failure.ts';
import { errorCode } from './error-code.ts';

const malformed = (message: string) => failed<Failure>({ kind: 'malformed-answer', message });

const tooLong = (limit: number) =>
	malformed(`The answer is longer than ${Math.round(limit / 2 ** 20)} MiB, which no page of jobs is.`);

const unzip = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);

/**
 * The text of a body: undoes its `content-encoding` and decodes UTF-8 (a wrong byte becomes U+FFFD). `bytes` is undefined where they were more
 * than `limit`, which bounds the decoded ones too, so that a small answer cannot unfold into all memory.
 */
export const decodeBody = async (
	bytes: Buffer | undefined,
	encoding: string,
	limit: number,
): Promise<Result<string>> => {
	if (bytes === undefined) {
		return tooLong(limit);
	}
	const isGzip = /^(x-)?gzip$/i.test(encoding);
	if (!isGzip && !/^(identity)?$/i.test(encoding)) {
		return malformed('The answer is encoded in a way that was not asked for.');
	}
	if (!isGzip) {
		return success(new TextDecoder().decode(bytes));
	}
	try {
		return success(new TextDecoder().decode(await unzip(bytes, { maxOutputLength: limit })));
	} catch (error) {
		return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLong(limit) : malformed('The answer is not valid gzip.');
	}
};
