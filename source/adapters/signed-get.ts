import { type Failure, failed, type Result, success } from '../model/failure.ts';
import type { Json } from '../model/json.ts';
import type { Clock } from '../runtime/ports.ts';
import type { KeySource } from './credentials/key-source.ts';
import type { Endpoint } from './endpoint.ts';
import { hideSecrets } from './secrets.ts';
import type { ServiceClock } from './service-clock.ts';
import { type Operation, serviceFailure } from './service-error.ts';
import { type AccessKey, acsDate, sign } from './signature.ts';
import type { Answer, Transport } from './transport.ts';

export type SignedGetOptions = {
	readonly endpoint: Pick<Endpoint, 'host'>;
	readonly credentials: KeySource;
	readonly transport: Transport;
	readonly clock: Clock;
	/** The time to sign with. */
	readonly serviceClock: ServiceClock;
	/** A new value at each call. */
	readonly nonce: () => string;
	/** Of dlctop, for the user agent. */
	readonly version: string;
	/** Told of each good answer that could not be read. */
	readonly unreadable?: (() => void) | undefined;
};

export type GetRequest<Value> = {
	readonly operation: Operation;
	/** Percent-encoded: `/api/v1/jobs`. */
	readonly path: string;
	readonly query: readonly (readonly [name: string, value: string])[];
	/** That of PAI-DLC unless it is a neighbour. */
	readonly apiVersion?: string;
	/** Makes out what the answer says; a `malformed-answer` where it cannot. */
	readonly read: (answer: Json) => Result<Value>;
};

/**
 * Asks the service once, and once more with new keys where it calls the first ones expired, or with its own time where it calls
 * ours too far off; never rejects. Only an answer with status 2xx and JSON in it that can be read is a success.
 */
export type SignedGet = <Value>(request: GetRequest<Value>, signal: AbortSignal) => Promise<Result<Value>>;

const apiVersion = '2020-12-03';

const parse = ({ body, status, header }: Answer): Result<Json> => {
	try {
		const value: Json = JSON.parse(body);
		return success(value);
	} catch {
		const RequestId = header('x-acs-request-id')?.slice(0, 200);
		const isPage = /^\s*</.test(body);
		return failed<Failure>({
			kind: 'malformed-answer',
			message: isPage ? 'A web page came instead of an answer.' : 'The answer is not JSON, or breaks off.',
			...(isPage && { next: 'Check --endpoint and the proxy: something in between may be answering.' }),
			...(RequestId !== undefined && { RequestId }),
			httpStatus: status,
		});
	}
};

/** Whether the service takes the token for over or unknown, which new keys can cure. */
const saysExpired = ({ Code = '' }: Failure): boolean =>
	/^(InvalidSecurityToken|SecurityTokenExpired|MissingSecurityToken)\b/.test(Code);

/** Whether the service refuses the time of the signature, which its own time can cure. */
const refusesTime = ({ Code = '' }: Failure): boolean => /^InvalidTimeStamp\b/.test(Code);

/** What the service said, and why there are no new keys; a source that is only out of reach is asked again later. */
const notRenewed = (refusal: Failure, { kind, message, next, ...rest }: Failure): Failure =>
	kind === 'signed-out' || kind === 'not-allowed'
		? { ...refusal, kind: 'signed-out', message, ...(next !== undefined && { next }) }
		: { kind, message, ...(next !== undefined && { next }), ...rest };

/** One signed GET of the PAI-DLC API, on which each operation builds. Date and nonce are new for each try. */
export const createSignedGet = (options: SignedGetOptions): SignedGet => {
	const { endpoint, credentials, transport, clock, serviceClock, nonce, version, unreadable } = options;
	/** The outcome, and whether a refusal of our time told another one. An answer that was accepted teaches nothing: its `Date` may be anybody's. */
	const attempt = async <Value>(
		keys: AccessKey,
		{ operation, path, query, apiVersion: askedVersion, read }: GetRequest<Value>,
		signal: AbortSignal,
	) => {
		const signNow = () =>
			sign({
				method: 'GET',
				path,
				query,
				headers: {
					host: endpoint.host,
					'x-acs-version': askedVersion ?? apiVersion,
					'x-acs-action': operation.action,
					'x-acs-date': acsDate(serviceClock.now()),
					'x-acs-signature-nonce': nonce(),
					accept: 'application/json',
					'accept-encoding': 'gzip',
					'user-agent': `dlctop/${version}`,
				},
				credentials: keys,
			});
		const { canonicalQuery, headers } = signNow();
		const target = canonicalQuery === '' ? path : `${path}?${canonicalQuery}`;
		// The service may have read the first one before the connection ended, and takes no nonce twice.
		const answer = await transport.get(target, headers, signal, () => signNow().headers);
		if (!answer.ok) {
			return { outcome: answer, otherTime: false };
		}
		const { status } = answer.value;
		if (status >= 200 && status < 300) {
			const json = parse(answer.value);
			const outcome = json.ok ? read(json.value) : json;
			if (!outcome.ok) {
				unreadable?.();
			}
			return { outcome, otherTime: false };
		}
		const failure = serviceFailure(answer.value, { operation, now: clock.now(), hide: hideSecrets(keys) });
		return { outcome: failed(failure), otherTime: refusesTime(failure) && serviceClock.learn(answer.value) };
	};
	const askWith = async <Value>(
		keys: AccessKey,
		request: GetRequest<Value>,
		signal: AbortSignal,
	): Promise<Result<Value>> => {
		const { outcome, otherTime } = await attempt(keys, request, signal);
		return otherTime && !signal.aborted ? (await attempt(keys, request, signal)).outcome : outcome;
	};
	return async (request, signal) => {
		const keys = await credentials.keys();
		if (!keys.ok) {
			return keys;
		}
		const answer = await askWith(keys.value, request, signal);
		if (answer.ok || !saysExpired(answer.problem) || signal.aborted) {
			return answer;
		}
		const renewed = await credentials.renew(keys.value);
		return renewed.ok ? askWith(renewed.value, request, signal) : failed(notRenewed(answer.problem, renewed.problem));
	};
};
