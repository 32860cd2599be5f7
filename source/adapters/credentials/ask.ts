import { type Failure, failed, type Result } from '../../model/failure.ts';
import type { Clock } from '../../runtime/ports.ts';
import type { Environment } from '../environment.ts';
import type { Limits } from '../limits.ts';
import { isLoopback } from '../loopback.ts';
import { chooseProxy, metadataHost } from '../proxy.ts';
import { type Recording, recordedTransport } from '../recorded-transport.ts';
import { type Answer, createTransport } from '../transport.ts';

/** One request to a place that hands out keys. */
export type Question = {
	readonly method: 'GET' | 'POST' | 'PUT';
	/** Scheme, host and port. */
	readonly origin: string;
	/** Path and query, as they are sent. */
	readonly target: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Without a proxy, whatever the environment says. */
	readonly direct?: true;
	readonly limits?: Partial<Limits>;
};

/** Asks once and never rejects; follows no redirect. An answer of any status is a success. */
export type Ask = (question: Question) => Promise<Result<Answer>>;

export type AskOptions = {
	readonly env: Environment;
	readonly clock: Clock;
	/** Every authority whose certificates are trusted, PEM; undefined: those of Node. */
	readonly authorities: readonly string[] | undefined;
	/** Told of each question and what came of it; undefined: nobody is. */
	readonly recording?: Recording | undefined;
};

/** What may be told of a question to STS: the rest is a proof of who asks. */
const told = new Set(['Action', 'Version', 'RoleArn', 'RoleSessionName', 'DurationSeconds']);

/** A question for keys as it is written down: without the address, which can be a secret itself, but for the plain fields of STS. */
const recordingOf = ({ record, ...clocks }: Recording, host: string): Recording => ({
	...clocks,
	record: ({ asked, operation, ...exchange }) => {
		const { parameters } = asked();
		const plain = Object.entries(parameters).filter(([name]) => told.has(name));
		const isSts = parameters.Action !== undefined || operation !== 'unknown';
		record({
			...exchange,
			operation: parameters.Action ?? (isSts ? operation : 'credentials'),
			host,
			asked: () => ({ path: '/', parameters: isSts ? Object.fromEntries(plain) : {} }),
		});
	},
});

/** Credentials are a few lines: an answer that is longer or slower than this is none. */
const usualLimits: Limits = {
	connectMs: 5_000,
	headersMs: 10_000,
	bodyMs: 5_000,
	requestMs: 15_000,
	bodyBytes: 2 ** 18,
};

/** Why an address may not be asked for keys; undefined when it may. Plain `http:` stays on this machine, or is its metadata. */
export const addressProblem = ({ protocol, hostname, username, password }: URL): string | undefined => {
	if (username !== '' || password !== '') {
		return 'holds a user name or a password';
	}
	const isNear = isLoopback(hostname) || hostname === metadataHost;
	return protocol === 'https:' || (protocol === 'http:' && isNear)
		? undefined
		: 'is not https: (http: is for this machine only)';
};

const unreadable = (host: string) =>
	failed<Failure>({
		kind: 'malformed-answer',
		message: `${host} did not answer with credentials.`,
		next: 'Something in between may be answering: check the address and the proxy.',
	});

/** A connection of its own for each question: they are an hour apart. */
export const createAsk =
	({ env, clock, authorities, recording }: AskOptions): Ask =>
	async ({ method, origin, target, headers, body, direct, limits }) => {
		const url = new URL(origin);
		const problem = addressProblem(url);
		if (problem !== undefined) {
			return failed<Failure>({ kind: 'bad-request', message: `The address ${url.host} ${problem}.` });
		}
		const proxy = direct ? undefined : chooseProxy(origin, env);
		if (proxy !== undefined && !proxy.ok) {
			return proxy;
		}
		const bare = createTransport({
			endpoint: { origin, host: url.host },
			proxy: proxy?.value,
			clock,
			limits: { ...usualLimits, ...limits },
			authorities,
		});
		const transport = recording === undefined ? bare : recordedTransport(bare, recordingOf(recording, url.host));
		const answer = await transport.send({ method, target, headers, body }, new AbortController().signal);
		await transport.close();
		return answer.ok || answer.problem.kind !== 'malformed-answer' ? answer : unreadable(url.host);
	};
