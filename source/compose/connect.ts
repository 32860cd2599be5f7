import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { systemClock } from '../adapters/clock.ts';
import { loadCredentials } from '../adapters/credentials.ts';
import { resolveEndpoint } from '../adapters/endpoint.ts';
import { createJobsApi, type JobsApiOptions } from '../adapters/jobs-api.ts';
import { randomNonce } from '../adapters/nonce.ts';
import { chooseProxy } from '../adapters/proxy.ts';
import { type Result, success } from '../model/failure.ts';
import type { JobsApi } from '../runtime/ports.ts';

/** The service that was asked for, and what the screen says of it. */
export type Connection = {
	readonly api: JobsApi;
	readonly region: string;
	/** The source of the credentials, in words; `''` in the demo. */
	readonly credentials: string;
	readonly close: () => Promise<void>;
};

type Service = Pick<JobsApiOptions, 'endpoint' | 'credentials' | 'proxy'>;

const open = (service: Service, version: string) =>
	createJobsApi({ ...service, clock: systemClock, nonce: randomNonce, version });

/** The embedded service, over the same client, signature and socket as the real one. */
const connectToDemo = async (version: string): Promise<Connection> => {
	const { startSimulator } = await import('../simulator/server.ts');
	const simulator = await startSimulator({ now: systemClock.now });
	const { origin, host } = new URL(simulator.url);
	const credentials = { AccessKeyId: simulator.accessKeyId, AccessKeySecret: simulator.accessKeySecret };
	const api = open({ endpoint: { origin, host }, credentials, proxy: undefined }, version);
	return {
		api,
		region: simulator.region,
		credentials: '',
		close: async () => {
			await api.close();
			await simulator.close();
		},
	};
};

const connectToService = async (given: Arguments, version: string): Promise<Result<Connection>> => {
	const { env } = process;
	const credentials = await loadCredentials({
		env,
		home: env.HOME ?? homedir(),
		readFile: path => readFile(path, 'utf8'),
		profile: given.profile,
	});
	if (!credentials.ok) {
		return credentials;
	}
	const { regionId, source, ...accessKey } = credentials.value;
	const endpoint = resolveEndpoint({
		env,
		isVpc: given.vpc,
		endpoint: given.endpoint,
		region: given.region,
		profileRegion: regionId,
	});
	if (!endpoint.ok) {
		return endpoint;
	}
	const proxy = chooseProxy(endpoint.value.origin, env);
	if (!proxy.ok) {
		return proxy;
	}
	const api = open({ endpoint: endpoint.value, credentials: accessKey, proxy: proxy.value }, version);
	return success({ api, region: endpoint.value.region ?? '', credentials: source, close: api.close });
};

/** From the command line to a service that can be asked; nothing is asked yet. */
export const connect = async (given: Arguments, version: string): Promise<Result<Connection>> =>
	given.demo ? success(await connectToDemo(version)) : connectToService(given, version);
