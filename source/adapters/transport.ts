import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import request from 'undici/lib/api/api-request.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import { type Failure, failed, type Result, success } from '../model/failure.ts';
import type { Clock } from '../runtime/ports.ts';
import { readBody } from './body.ts';
import { withDeadline } from './deadline.ts';
import type { Endpoint } from './endpoint.ts';
import type { Limits } from './limits.ts';
import { networkFailure } from './network-error.ts';
import type { ProxyServer } from './proxy.ts';

/** An answer of any status, its body decoded. */
export type Answer = {
	readonly status: number;
	/** The value of a header, by its lower-case name; the first one where it came more than once. */
	readonly header: (name: string) => string | undefined;
	readonly body: string;
};

export type Outgoing = {
	readonly method: 'GET' | 'POST' | 'PUT';
	/** Path and query exactly as they are sent. */
	readonly target: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | undefined;
};

export type Transport = {
	/** Never rejects. Follows no redirect, tries nothing twice. */
	readonly send: (request: Outgoing, signal: AbortSignal) => Promise<Result<Answer>>;
	/** The same for a GET. */
	readonly get: (
		target: string,
		headers: Readonly<Record<string, string>>,
		signal: AbortSignal,
	) => Promise<Result<Answer>>;
	/** Cuts all connections. */
	readonly close: () => Promise<void>;
};

export type TransportOptions = {
	readonly endpoint: Pick<Endpoint, 'origin' | 'host'>;
	readonly proxy: ProxyServer | undefined;
	readonly clock: Clock;
	readonly limits: Limits;
	/** Every authority whose certificates are trusted, PEM; undefined: those of Node. */
	readonly authorities?: readonly string[] | undefined;
};

/** A list, four sweeping and one for the pane at the same time. */
const connections = 6;

/** Longer than the usual period between polls, so that a poll finds its connection open; the server may hint at less. */
const keepAliveMs = 60_000;

/** Node's 250 ms for each of several addresses is too short for a link between continents. */
const addressMs = 1_500;

const createDispatcher = ({ endpoint, proxy, limits, authorities }: TransportOptions): Dispatcher => {
	// Given outright, it cannot be switched off by NODE_TLS_REJECT_UNAUTHORIZED.
	const trust = { rejectUnauthorized: true, ...(authorities !== undefined && { ca: [...authorities] }) };
	const socket = {
		timeout: limits.connectMs,
		autoSelectFamily: true,
		autoSelectFamilyAttemptTimeout: addressMs,
		...trust,
	};
	const options = {
		connections,
		keepAliveTimeout: keepAliveMs,
		headersTimeout: limits.headersMs,
		bodyTimeout: limits.bodyMs,
	};
	if (proxy === undefined) {
		return new Pool(endpoint.origin, { ...options, connect: socket });
	}
	return new ProxyAgent({
		...options,
		uri: proxy.origin,
		...(proxy.authorization !== undefined && { token: proxy.authorization }),
		proxyTls: socket,
		requestTls: { timeout: limits.connectMs, ...trust },
		// `connect` is on undici's dispatchers only once the whole of undici has been imported.
		clientFactory: (origin, given) =>
			Object.assign(new Pool(origin, { ...given, headersTimeout: limits.headersMs }), { connect }),
	});
};

const firstHeader = (headers: Dispatcher.ResponseData['headers'], name: string): string | undefined => {
	const value = headers[name];
	return Array.isArray(value) ? value[0] : value;
};

/** A keep-alive connection to one endpoint, with bounds on time and memory. */
export const createTransport = (options: TransportOptions): Transport => {
	const { endpoint, proxy, clock, limits } = options;
	const dispatcher = createDispatcher(options);

	const cutShort = (why: 'aborted' | 'late', hasBegun: boolean) => {
		const within = `within ${limits.requestMs / 1000} s`;
		const late = hasBegun ? `sent only a part of its answer ${within}` : `did not answer ${within}`;
		const message = why === 'aborted' ? 'The request was cancelled.' : `${endpoint.host} ${late}.`;
		return failed<Failure>({ kind: 'network', message });
	};

	const attempt = async (
		{ method, target, headers, body: sent }: Outgoing,
		signal: AbortSignal,
		begun: () => void,
	): Promise<Result<Answer>> => {
		try {
			const { origin } = endpoint;
			const body = sent ?? null;
			const response = await request.call(dispatcher, { origin, method, path: target, headers, body, signal });
			begun();
			const header = (name: string) => firstHeader(response.headers, name);
			const received = await readBody(response.body, header('content-encoding') ?? '', limits.bodyBytes);
			const status = response.statusCode;
			if (!received.ok && status < 300) {
				return received;
			}
			// An error whose body is unreadable is still that error.
			return success({ status, header, body: received.ok ? received.value : '' });
		} catch (error) {
			return failed(networkFailure(error, { host: endpoint.host, proxy }));
		}
	};

	const send: Transport['send'] = (outgoing, signal) => {
		let hasBegun = false;
		const begun = (): void => {
			hasBegun = true;
		};
		return withDeadline(inner => attempt(outgoing, inner, begun), {
			signal,
			clock,
			ms: limits.requestMs,
			cutShort: why => cutShort(why, hasBegun),
		});
	};

	return {
		send,
		get: (target, headers, signal) => send({ method: 'GET', target, headers }, signal),
		close: () => dispatcher.destroy(),
	};
};
