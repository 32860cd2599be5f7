import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Fault, type Faults, makeFaults } from './faults.ts';
import { randomOf } from './random.ts';
import { refusalBody } from './refusal.ts';
import { makeService } from './service.ts';
import type { Credential } from './signature.ts';
import { caller, type User } from './tenancy.ts';
import { asReceived, type Reply, send } from './wire.ts';
import { makeWorld } from './world.ts';

export type SimulatorOptions = {
	/** The wall clock, ms since the epoch. The world starts at its first value. */
	readonly now: () => number;
	/** Another seed, another world. */
	readonly seed?: number;
	/** Who may sign; a made-up key pair when absent. */
	readonly credentials?: readonly [Credential, ...Credential[]];
	/** Whether `JobId` matches parts of ids, as the API page says; true when absent. */
	readonly fuzzyJobId?: boolean;
	/** Whether `Status` takes a list with commas; false when absent. */
	readonly commaStatus?: boolean;
};

/** The embedded service, listening. */
export type Simulator = {
	readonly url: string;
	readonly region: string;
	/** A key pair that it accepts. */
	readonly accessKeyId: string;
	readonly accessKeySecret: string;
	/** Whose jobs are the caller's own. */
	readonly user: User;
	/** How many requests came so far. */
	readonly requests: () => number;
	/** Instead of its true answer the next request gets this. */
	readonly failNext: (fault: Fault) => void;
	/** Makes answers wait until the returned function is called. */
	readonly hold: () => () => void;
	readonly close: () => Promise<void>;
};

const madeUp: Credential = {
	AccessKeyId: 'LTAIdemoAccessKeyId00001',
	AccessKeySecret: 'demoAccessKeySecret00000000001',
};

const requestIdOf = (seed: number, number: number): string => {
	const hex = [8, 4, 4, 4, 12].map(length => {
		const random = randomOf(`${seed} request ${number} ${length}`);
		return Array.from({ length }, () => random.whole(0, 15).toString(16)).join('');
	});
	return hex.join('-').toUpperCase();
};

const replyTo = (fault: Fault, RequestId: string, HostId: string): Reply => ({
	status: fault.status,
	headers: { 'x-acs-request-id': RequestId, ...fault.headers },
	body: 'body' in fault ? fault.body : JSON.stringify(refusalBody(fault, RequestId, HostId)),
});

type Handle = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

const makeHandler = (options: SimulatorOptions, credentials: readonly Credential[], faults: Faults) => {
	const { now, seed = 1, fuzzyJobId = true, commaStatus = false } = options;
	const serve = makeService(makeWorld(seed, now()), credentials, { fuzzyJobId, commaStatus });
	let requests = 0;
	const handle: Handle = async (message, response) => {
		requests += 1;
		const RequestId = requestIdOf(seed, requests);
		const HostId = message.headers.host ?? '';
		const fault = faults.take();
		const request = await asReceived(message);
		await faults.released();
		if (fault !== undefined) {
			return send(message, response, replyTo(fault, RequestId, HostId));
		}
		const answer = serve(request, now());
		const reply = answer.ok
			? {
					status: 200,
					headers: { 'x-acs-request-id': RequestId },
					body: JSON.stringify({ ...answer.value, RequestId }),
				}
			: replyTo(answer.problem, RequestId, HostId);
		return send(message, response, reply);
	};
	return { handle, requests: () => requests };
};

const listen = (server: Server): Promise<number> =>
	new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address !== null ? address.port : 0);
		});
	});

const close = (server: Server): Promise<void> =>
	new Promise(resolve => {
		server.close(() => resolve());
		server.closeAllConnections();
	});

/** Starts the embedded service on a free port of 127.0.0.1. Rejects when it cannot listen. */
export const startSimulator = async (options: SimulatorOptions): Promise<Simulator> => {
	const credentials = options.credentials ?? [madeUp];
	const faults = makeFaults();
	const { handle, requests } = makeHandler(options, credentials, faults);
	const server = createServer((message, response) => {
		// Fails only when the other side went away, and then there is nobody to tell.
		handle(message, response).catch(() => response.destroy());
	});
	const port = await listen(server);
	return {
		url: `http://127.0.0.1:${port}`,
		region: 'cn-hangzhou',
		accessKeyId: credentials[0].AccessKeyId,
		accessKeySecret: credentials[0].AccessKeySecret,
		user: caller,
		requests,
		failNext: faults.failNext,
		hold: faults.hold,
		close: () => close(server),
	};
};
