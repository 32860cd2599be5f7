import type { Dispatcher } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import { type Failure, failed, type Result, success } from '../model/failure.ts';
import type { Clock } from '../runtime/ports.ts';
import { decodeBody } from './body.ts';
import { withDeadline } from './deadline.ts';
import type { Endpoint } from './endpoint.ts';
import { exchange, type Received } from './exchange.ts';
import type { Limits } from './limits.ts';
import { isClosedByPeer, networkFailure } from './network-error.ts';
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
	/**
	 * The same for a GET. With `anew`, which gives the headers for another try, it is sent once more where the connection had been
	 * kept open since an earlier request and turned out to be closed before any byte of the answer came: that says nothing of the service.
	 */
	readonly get: (
		target: string,
		headers: Readonly<Record<string, string>>,
		signal: AbortSignal,
		anew?: () => Readonly<Record<string, string>>,
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

/** Connections, and how many of them were opened so far. */
type Line = { readonly dispatcher: Dispatcher; readonly opened: () => number };

const openLine = ({ endpoint, proxy, limits, authorities }: TransportOptions): Line => {
	let opened = 0;
	const count = (): void => {
		opened += 1;
	};
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
		const pool = new Pool(endpoint.origin, { ...options, connect: socket });
		return { dispatcher: pool.on('connect', count), opened: () => opened };
	}
	const dispatcher = new ProxyAgent({
		...options,
		uri: proxy.origin,
		...(proxy.authorization !== undefined && { token: proxy.authorization }),
		proxyTls: socket,
		requestTls: { timeout: limits.connectMs, ...trust },
		clientFactory: (origin, given) => {
			const pool = new Pool(origin, { ...given, headersTimeout: limits.headersMs });
			// `connect`, which opens a tunnel, is on undici's dispatchers only once the whole of undici has been imported.
			const tunnel = (tunnelled: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> => {
				count();
				return connect.call(pool, tunnelled);
			};
			return Object.assign(pool, { connect: tunnel });
		},
	});
	return { dispatcher, opened: () => opened };
};

const firstHeader = (headers: Received['headers'], name: string): string | undefined => {
	const value = headers[name];
	return typeof value === 'object' ? value[0] : value;
};

/** A keep-alive connection to one endpoint, with bounds on time and memory. */
export const createTransport = (options: TransportOptions): Transport => {
	const { endpoint, proxy, clock, limits } = options;
	let line = openLine(options);
	/** Lines whose last requests are still on their way. */
	const retired = new Set<Line>();

	/** Opens new connections, unless that was done since `stale` was used: the others of a line are as old as the one that was closed. */
	const renew = (stale: Line): void => {
		if (stale !== line) {
			return;
		}
		line = openLine(options);
		retired.add(stale);
		const forget = (): boolean => retired.delete(stale);
		stale.dispatcher.close().then(forget, forget);
	};

	const cutShort = (why: 'aborted' | 'late', hasBegun: boolean) => {
		const within = `within ${limits.requestMs / 1000} s`;
		const late = hasBegun ? `sent only a part of its answer ${within}` : `did not answer ${within}`;
		const message = why === 'aborted' ? 'The request was cancelled.' : `${endpoint.host} ${late}.`;
		return failed<Failure>({ kind: 'network', message });
	};

	/** `begun` is told once an answer begins. */
	const attempt = async (
		outgoing: Outgoing,
		signal: AbortSignal,
		begun: () => void,
		anew?: () => Outgoing['headers'],
	): Promise<Result<Answer>> => {
		const { method, target, headers, body: sent } = outgoing;
		const used = line;
		const openedBefore = used.opened();
		let hasBegun = false;
		try {
			const { origin } = endpoint;
			const body = sent ?? null;
			const {
				status,
				headers: came,
				body: bytes,
			} = await exchange(
				used.dispatcher,
				{ origin, method, path: target, headers, body },
				{
					signal,
					limit: limits.bodyBytes,
					begun: () => {
						hasBegun = true;
						begun();
					},
				},
			);
			const header = (name: string) => firstHeader(came, name);
			const received = await decodeBody(bytes, header('content-encoding') ?? '', limits.bodyBytes);
			if (!received.ok && status < 300) {
				return received;
			}
			// An error whose body is unreadable is still that error.
			return success({ status, header, body: received.ok ? received.value : '' });
		} catch (error) {
			const wasKeptOpen = used.opened() === openedBefore;
			if (anew !== undefined && wasKeptOpen && !hasBegun && !signal.aborted && isClosedByPeer(error)) {
				renew(used);
				return attempt({ ...outgoing, headers: anew() }, signal, begun);
			}
			return failed(networkFailure(error, { host: endpoint.host, proxy }));
		}
	};

	const sendWithin = (outgoing: Outgoing, signal: AbortSignal, anew?: () => Outgoing['headers']) => {
		let hasBegun = false;
		const begun = (): void => {
			hasBegun = true;
		};
		return withDeadline(inner => attempt(outgoing, inner, begun, anew), {
			signal,
			clock,
			ms: limits.requestMs,
			cutShort: why => cutShort(why, hasBegun),
		});
	};

	return {
		send: (outgoing, signal) => sendWithin(outgoing, signal),
		get: (target, headers, signal, anew) => sendWithin({ method: 'GET', target, headers }, signal, anew),
		close: async () => {
			await Promise.all([line, ...retired].map(({ dispatcher }) => dispatcher.destroy()));
		},
	};
};
