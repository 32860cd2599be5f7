import type { Failure } from '../model/failure.ts';
import { errorCode } from './error-code.ts';

/** Whom the connection was for. */
export type Route = {
	/** The endpoint's `host:port`. */
	readonly host: string;
	/** The proxy in between, if any: its `host:port`, and the variable that names it. */
	readonly proxy?: { readonly host: string; readonly variable: string } | undefined;
};

type Sentence = (host: string) => { readonly message: string; readonly next?: string };

const checkNetwork = 'Check the network, the VPN and the proxy variables.';
const checkHost = 'Check the region or --endpoint, the network and the DNS server.';
const checkCertificate =
	'If a proxy of your company re-signs TLS, give its certificate with --ca-file (or NODE_EXTRA_CA_CERTS).';

const unreachable: Sentence = host => ({ message: `${host} cannot be reached from this machine.`, next: checkNetwork });
const noAddress: Sentence = host => ({ message: `The name ${host} has no address.`, next: checkHost });
const closed: Sentence = host => ({ message: `${host} closed the connection before its answer was complete.` });
const slowConnect: Sentence = host => ({ message: `${host} did not accept a connection in time.`, next: checkNetwork });
const untrusted: Sentence = host => ({
	message: `The certificate of ${host} is not trusted by this machine.`,
	next: checkCertificate,
});

const sentences: Readonly<Record<string, Sentence>> = {
	ECONNREFUSED: host => ({ message: `${host} refused the connection.`, next: checkNetwork }),
	ENOTFOUND: noAddress,
	EAI_NODATA: noAddress,
	EAI_AGAIN: host => ({ message: `The DNS server did not answer for ${host}.`, next: checkNetwork }),
	ECONNRESET: closed,
	EPIPE: closed,
	UND_ERR_SOCKET: closed,
	ECONNABORTED: closed,
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: closed,
	ETIMEDOUT: slowConnect,
	UND_ERR_CONNECT_TIMEOUT: slowConnect,
	UND_ERR_HEADERS_TIMEOUT: host => ({ message: `${host} accepted the request and did not answer in time.` }),
	UND_ERR_BODY_TIMEOUT: host => ({ message: `${host} stopped in the middle of its answer.` }),
	EHOSTUNREACH: unreachable,
	ENETUNREACH: unreachable,
	ENETDOWN: unreachable,
	EADDRNOTAVAIL: unreachable,
	EMFILE: () => ({ message: 'This process has too many open files.', next: 'Raise the limit: ulimit -n.' }),
	DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
	SELF_SIGNED_CERT_IN_CHAIN: untrusted,
	UNABLE_TO_GET_ISSUER_CERT: untrusted,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
	CERT_UNTRUSTED: untrusted,
	CERT_HAS_EXPIRED: host => ({ message: `The certificate of ${host} has expired.`, next: 'Check the clock.' }),
	CERT_NOT_YET_VALID: host => ({ message: `The certificate of ${host} is not valid yet.`, next: 'Check the clock.' }),
	ERR_TLS_CERT_ALTNAME_INVALID: host => ({
		message: `The certificate that came is not for ${host}.`,
		next: 'Check the region or --endpoint; something in between may be answering in its place.',
	}),
	UND_ERR_PRX_TLS: untrusted,
};

const describe = (code: string, host: string): ReturnType<Sentence> => {
	if (Object.hasOwn(sentences, code)) {
		return sentences[code]?.(host) ?? closed(host);
	}
	if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
		return { message: `No encrypted connection to ${host}: it does not speak TLS (${code}).`, next: checkNetwork };
	}
	return { message: `The request to ${host} failed (${code}).`, next: checkNetwork };
};

/** The error that says the most: of several addresses tried, the first one's; of a wrapped error, the innermost with a code. */
const innermostCode = (error: unknown): string => {
	if (error instanceof AggregateError && error.errors.length > 0) {
		return innermostCode(error.errors[0]);
	}
	if (error instanceof Error && error.cause instanceof Error && 'code' in error.cause) {
		return innermostCode(error.cause);
	}
	return errorCode(error);
};

/** Whether the connection was there and the other side ended it. */
export const isClosedByPeer = (error: unknown): boolean =>
	['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(innermostCode(error));

/** An answer that is not HTTP, or whose headers are endless. The parser's errors have a code or just their name. */
const isProtocolError = (code: string): boolean =>
	code.startsWith('HPE_') || code === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW';

/** Where a proxy is used, these are about reaching the proxy itself: it alone looks up and dials the endpoint. */
const proxyCodes: ReadonlySet<string> = new Set([
	'ENOTFOUND',
	'EAI_NODATA',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ETIMEDOUT',
]);

/** A sentence for whatever kept the request from being answered. Quotes the error's code only, never its message. */
export const networkFailure = (error: unknown, { host, proxy }: Route): Failure => {
	const code = innermostCode(error);
	if (isProtocolError(code)) {
		return { kind: 'malformed-answer', message: `${host} did not answer in HTTP (${code}).`, next: checkHost };
	}
	if (proxy === undefined) {
		return { kind: 'network', ...describe(code, host) };
	}
	const checkProxy = `The proxy comes from ${proxy.variable}; check it, or name ${host} in NO_PROXY.`;
	if (code === 'UND_ERR_ABORTED') {
		const message = `The proxy ${proxy.host} refused to connect to ${host}.`;
		return { kind: 'network', message, next: checkProxy };
	}
	const peer = proxyCodes.has(code) ? proxy.host : `${host} (through the proxy ${proxy.host})`;
	const { message, next } = describe(code, peer);
	return { kind: 'network', message, next: next === checkCertificate ? next : checkProxy };
};
