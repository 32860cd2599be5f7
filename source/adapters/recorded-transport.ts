import type { Result } from '../model/failure.ts';
import type { Asked, Exchange } from '../runtime/ports.ts';
import { maskSign, maskText } from '../text/mask.ts';
import { isSecretName } from '../text/secret-names.ts';
import { readErrorBody } from './error-body.ts';
import type { Answer, Outgoing, Transport } from './transport.ts';

export type Recording = {
	readonly record: (exchange: Exchange) => void;
	/** Wall clock, ms since the epoch. */
	readonly now: () => number;
	/** A clock that nobody sets, in ms. */
	readonly elapsed: () => number;
};

/** Operations that are counted at once; the service has far fewer. */
const mostOperations = 100;

const asIs = (text: string): string => text;

/** Path and parameters of a request, what is secret in them masked. */
const askedBy = (target: string): Asked => {
	const { pathname, searchParams } = new URL(target, 'http://service');
	const parameters = [...searchParams].map(([name, value]) => [name, isSecretName(name) ? maskSign : maskText(value)]);
	return { path: pathname, parameters: Object.fromEntries(parameters) };
};

type Outcome = Pick<Exchange, 'outcome' | 'status' | 'Code' | 'RequestId' | 'problem' | 'bytes'>;

const outcomeOf = (result: Result<Answer>, isCancelled: boolean): Outcome => {
	if (!result.ok) {
		const outcome = isCancelled ? 'cancelled' : 'failed';
		const problem = isCancelled ? undefined : maskText(result.problem.message);
		return { outcome, status: undefined, Code: undefined, RequestId: undefined, problem, bytes: 0 };
	}
	const { status, header, body } = result.value;
	const isAnswered = status >= 200 && status < 300;
	const words = isAnswered ? undefined : readErrorBody(body, asIs);
	return {
		outcome: isAnswered ? 'answered' : 'refused',
		status,
		Code: words?.Code === '' ? undefined : words?.Code,
		RequestId: header('x-acs-request-id') ?? (words?.RequestId === '' ? undefined : words?.RequestId),
		problem: undefined,
		bytes: Buffer.byteLength(body),
	};
};

/** The transport, with every exchange told to `record`. Headers are not told: they hold the signature and the token. */
export const recordedTransport = (transport: Transport, { record, now, elapsed }: Recording): Transport => {
	const failures = new Map<string, number>();
	const tell = async (
		target: string,
		operation: string,
		signal: AbortSignal,
		answer: Promise<Result<Answer>>,
	): Promise<Result<Answer>> => {
		const at = now();
		const start = elapsed();
		const result = await answer;
		const outcome = outcomeOf(result, signal.aborted);
		const before = failures.get(operation) ?? 0;
		if (outcome.outcome === 'answered' || failures.size >= mostOperations) {
			failures.delete(operation);
		} else if (outcome.outcome !== 'cancelled') {
			failures.set(operation, before + 1);
		}
		const ms = Math.round(elapsed() - start);
		record({ at, operation, asked: () => askedBy(target), ...outcome, ms, attempt: before + 1 });
		return result;
	};
	const nameOf = (headers: Outgoing['headers']): string => headers['x-acs-action'] ?? 'unknown';
	return {
		send: (request, signal) => tell(request.target, nameOf(request.headers), signal, transport.send(request, signal)),
		get: (target, headers, signal, anew) =>
			tell(target, nameOf(headers), signal, transport.get(target, headers, signal, anew)),
		close: transport.close,
	};
};
