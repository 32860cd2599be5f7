import { type Failure, failed, type Result, success } from '../model/failure.ts';
import { type Environment, firstSet } from './environment.ts';
import { isLoopback } from './loopback.ts';

/** The proxy that requests go through. */
export type ProxyServer = {
	/** Scheme, host and port, without user name and password. */
	readonly origin: string;
	/** `host:port`, for messages. */
	readonly host: string;
	/** The `Proxy-Authorization` header, if the variable holds a user name. */
	readonly authorization: string | undefined;
	/** The environment variable that names it. */
	readonly variable: string;
};

/** Answers the machine's own metadata; its keys must never pass a proxy. */
export const metadataHost = '100.100.100.200';

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');

/** `example.com` and `.example.com` mean the host and all below it, `host:8443` only that port, `*` everything. */
const isExempt = (url: URL, noProxy: string): boolean =>
	noProxy
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(entry => entry !== '')
		.some(entry => {
			const [, pattern = entry, port] = /^(.+):(\d+)$/.exec(entry) ?? [];
			const name = pattern.replace(/^\*?\./, '');
			const isSameHost = name === '*' || url.hostname === name || url.hostname.endsWith(`.${name}`);
			return isSameHost && (port === undefined || port === portOf(url));
		});

const basicAuthorization = ({ username, password }: URL): string | undefined => {
	if (username === '') {
		return undefined;
	}
	const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
};

const parseProxy = (text: string, variable: string): ProxyServer | undefined => {
	try {
		const url = new URL(text.includes('://') ? text : `http://${text}`);
		return url.protocol === 'http:' || url.protocol === 'https:'
			? { origin: url.origin, host: url.host, authorization: basicAuthorization(url), variable }
			: undefined;
	} catch {
		return undefined;
	}
};

/**
 * The proxy of `HTTPS_PROXY` (either case, the lower one first) for an endpoint, or none: `NO_PROXY` names it, it is on
 * this machine, or it is not https (plain http goes to loopback only). The variable's value is never shown: it may hold a password.
 */
export const chooseProxy = (origin: string, env: Environment): Result<ProxyServer | undefined> => {
	const url = new URL(origin);
	const setting = firstSet(env, ['https_proxy', 'HTTPS_PROXY']);
	const isLocal = isLoopback(url.hostname) || url.hostname === metadataHost || url.protocol !== 'https:';
	if (setting === undefined || isLocal || isExempt(url, firstSet(env, ['no_proxy', 'NO_PROXY'])?.value ?? '')) {
		return success(undefined);
	}
	const proxy = parseProxy(setting.value, setting.name);
	return proxy === undefined
		? failed<Failure>({
				kind: 'bad-request',
				message: `${setting.name} does not name an http or https proxy.`,
				next: `Write it like http://proxy.example.com:3128, or unset it, or add ${url.hostname} to NO_PROXY.`,
			})
		: success(proxy);
};
