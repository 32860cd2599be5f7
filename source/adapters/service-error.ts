import type { Failure, FailureKind } from '../model/failure.ts';
import { clockWords } from '../model/service-time.ts';
import { type ServiceCode, serviceCodes } from '../tables/service-codes.ts';
import { type ErrorBody, readErrorBody } from './error-body.ts';
import { acsRetryAfterMs, httpRetryAfterMs, rateLimitTimeLeftMs } from './retry-after.ts';
import type { Answer } from './transport.ts';

/** An operation of the service. */
export type Operation = {
	/** Its API name, which is also its permission's: `ListJobs`. */
	readonly action: string;
	/** What it does, to continue "You may not …": `list jobs`. */
	readonly words: string;
};

export type ErrorContext = {
	readonly operation: Operation;
	/** Wall clock when the answer came, ms since the epoch. */
	readonly now: number;
	/** Blanks secrets in what the service quotes. */
	readonly hide: (text: string) => string;
};

type Sentence = { readonly kind: FailureKind; readonly message: string; readonly next?: string | undefined };

const findCode = (Code: string): ServiceCode | undefined =>
	serviceCodes.find(({ family }) => Code === family || Code.startsWith(`${family}.`)) ??
	// The official client takes every code that holds this word for flow control.
	serviceCodes.find(({ family }) => family === 'Throttling' && Code.includes(family));

const codeSentence = (Code: string): Sentence | undefined => {
	const found = findCode(Code);
	if (found !== undefined) {
		return found;
	}
	return /^Missing[A-Z]/.test(Code)
		? { kind: 'bad-request', message: 'The service misses a parameter in the query.' }
		: undefined;
};

/** What came instead of the service's own error. */
const sender = ({ body, header }: Answer, { Code }: ErrorBody): string => {
	if (Code !== '') {
		return 'The service answered';
	}
	const isHtml = /^\s*<(!doctype html|html)/i.test(body) || (header('content-type') ?? '').startsWith('text/html');
	return isHtml ? 'A web page came instead of an answer: something in between said' : 'The service answered';
};

const statusSentence = (answer: Answer, words: ErrorBody): Sentence => {
	const { status } = answer;
	const message = `${sender(answer, words)} HTTP ${status}${words.Code === '' ? '' : ` (${words.Code})`}.`;
	if (status < 400) {
		return { kind: 'service', message, next: 'Redirects are not followed: check --endpoint and the proxy.' };
	}
	switch (status) {
		case 401:
			return { kind: 'signed-out', message, next: 'Check the credentials.' };
		case 403:
			return { kind: 'not-allowed', message };
		case 407:
			return { kind: 'network', message, next: 'The proxy wants a user name and a password in HTTPS_PROXY.' };
		case 408:
			return { kind: 'service', message };
		case 429:
			return { kind: 'throttled', message };
		default:
			return { kind: status >= 500 ? 'service' : 'bad-request', message };
	}
};

const permissionSentence = ({ action, words }: Operation, { next }: Sentence): Sentence => ({
	kind: 'not-allowed',
	message: `You may not ${words} here.`,
	next: `This needs the permission paidlc:${action} and a role in the workspace (PaiDLC:${action}). ${next ?? ''}`.trim(),
});

/** How far the clock is off, by the answer's `Date`; undefined when it says nothing new. */
const clockSentence = ({ header }: Answer, now: number): string | undefined => {
	const aheadMs = now - Date.parse(header('date') ?? '');
	return Number.isNaN(aheadMs) || Math.abs(aheadMs) < 60_000
		? undefined
		: `This machine's clock is ${clockWords(aheadMs)}.`;
};

const sentenceFor = (answer: Answer, words: ErrorBody, { operation, now }: ErrorContext): Sentence => {
	const sentence = codeSentence(words.Code) ?? statusSentence(answer, words);
	if (sentence.kind === 'not-allowed') {
		return permissionSentence(operation, sentence);
	}
	if (words.Code === 'InvalidTimeStamp.Expired') {
		return { ...sentence, message: clockSentence(answer, now) ?? sentence.message };
	}
	return sentence;
};

const throttleSentence: Sentence = { kind: 'throttled', message: 'The service asks to wait.' };

/**
 * Turns an answer that is not a success (any status but 2xx) into a failure: by `x-acs-retry-after`, which always means
 * throttling, then by the service's Code, then by the HTTP status.
 */
export const serviceFailure = (answer: Answer, context: ErrorContext): Failure => {
	const { status, header, body } = answer;
	const words = readErrorBody(body, context.hide);
	const acsMs = status >= 400 ? acsRetryAfterMs(header) : undefined;
	const bySigns = sentenceFor(answer, words, context);
	const { kind, message, next } = acsMs === undefined || bySigns.kind === 'throttled' ? bySigns : throttleSentence;
	const retryAfterMs =
		acsMs ?? httpRetryAfterMs(header, context.now) ?? (kind === 'throttled' ? rateLimitTimeLeftMs(header) : undefined);
	const RequestId = words.RequestId || (header('x-acs-request-id') ?? '').slice(0, 200);
	return {
		kind,
		message,
		...(next !== undefined && { next }),
		...(words.Code !== '' && { Code: words.Code }),
		...(words.Message !== '' && { Message: words.Message }),
		...(RequestId !== '' && { RequestId }),
		httpStatus: status,
		...(retryAfterMs !== undefined && { retryAfterMs }),
	};
};
