import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultName } from '../tables/faults.ts';
import { makeChaos } from './chaos.ts';
import { plays } from './fault-plays.ts';
import type { Fault, Faults } from './faults.ts';
import { randomOf } from './random.ts';
import { type Answer, refusalBody } from './refusal.ts';
import type { SimulatorOptions } from './server.ts';
import { makeService } from './service.ts';
import type { Credential, SignedRequest } from './signature.ts';
import { asReceived, type Reply, send } from './wire.ts';
import { makeWorld } from './world.ts';

const requestIdOf = (seed: number, number: number): string => {
	const hex = [8, 4, 4, 4, 12].map(length => {
		const random = randomOf(`${seed} request ${number} ${length}`);
		return Array.from({ length }, () => random.whole(0, 15).toString(16)).join('');
	});
	return hex.join('-').toUpperCase();
};

type Headers = Readonly<Record<string, string>>;

const replyTo = (fault: Fault, RequestId: string, HostId: string): Reply => ({
	status: fault.status,
	headers: { 'x-acs-request-id': RequestId, ...fault.headers },
	body: 'body' in fault ? fault.body : JSON.stringify(refusalBody(fault, RequestId, HostId)),
});

const replyWith = (answer: Answer, headers: Headers, RequestId: string, HostId: string): Reply =>
	answer.ok
		? {
				status: 200,
				headers: { 'x-acs-request-id': RequestId, ...headers },
				body: JSON.stringify({ ...answer.value, RequestId }),
			}
		: replyTo({ ...answer.problem, headers }, RequestId, HostId);

/** How far the clock goes ahead as a fault: further than a signature may be off. */
const skewMs = 20 * 60_000;

/** Counts of jobs, which ask for one row, are no place to show a fault. */
const isShown = ({ rawQuery }: SignedRequest): boolean => !/(^|&)PageSize=1(&|$)/.test(rawQuery);

const pageNumberOf = ({ rawQuery }: SignedRequest): number =>
	Number(/(?:^|&)PageNumber=(\d+)/.exec(rawQuery)?.[1] ?? '1');

type Handle = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What is done with a request, and how many came. */
export const makeHandler = (options: SimulatorOptions, credentials: readonly Credential[], faults: Faults) => {
	const { now, seed = 1, fuzzyJobId = true, commaStatus = false, chaos = [] } = options;
	const serve = makeService(makeWorld(seed, now()), credentials, { fuzzyJobId, commaStatus });
	const nextOfChaos = makeChaos(chaos, seed);
	let requests = 0;
	let aheadMs = 0;

	/** The fault that a request meets. Those of a clock stay until the next one. */
	const meets = (request: SignedRequest): Fault | Exclude<FaultName, 'clock-skew'> | undefined => {
		const fault = isShown(request) ? (faults.take() ?? nextOfChaos()) : undefined;
		if (fault !== 'clock-skew') {
			return fault;
		}
		aheadMs = skewMs - aheadMs;
		return undefined;
	};

	const handle: Handle = async (message, response) => {
		requests += 1;
		const RequestId = requestIdOf(seed, requests);
		const HostId = message.headers.host ?? '';
		const request = await asReceived(message);
		const fault = meets(request);
		await faults.released();
		if (typeof fault === 'object') {
			return send(message, response, replyTo(fault, RequestId, HostId));
		}
		const answer = serve(request, now(), now() + aheadMs);
		if (fault !== undefined && answer.ok) {
			const meeting = { message, response, RequestId, HostId, pageNumber: pageNumberOf(request), now: now() };
			return plays[fault]({ ...meeting, answer: { ...answer.value, RequestId } });
		}
		const headers: Headers = aheadMs === 0 ? {} : { date: new Date(now() + aheadMs).toUTCString() };
		return send(message, response, replyWith(answer, headers, RequestId, HostId));
	};
	return { handle, requests: () => requests };
};
