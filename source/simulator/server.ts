import { createServer, type Server } from 'node:http';
import type { FaultName } from '../tables/faults.ts';
import { type Fault, makeFaults } from './faults.ts';
import { makeHandler } from './handler.ts';
import type { Credential } from './signature.ts';
import { caller, type User } from './tenancy.ts';

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
	/** Faults that turn up by themselves, each in its turn; none when absent. */
	readonly chaos?: readonly FaultName[];
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
	/** Instead of its true answer the next request gets this; counts, which ask for one row, go on unharmed. */
	readonly failNext: (fault: Fault | FaultName) => void;
	/** Makes answers wait until the returned function is called. */
	readonly hold: () => () => void;
	readonly close: () => Promise<void>;
};

const madeUp: Credential = {
	AccessKeyId: 'LTAIdemoAccessKeyId00001',
	AccessKeySecret: 'demoAccessKeySecret00000000001',
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
