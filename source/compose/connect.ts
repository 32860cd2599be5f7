import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { trustedAuthorities } from '../adapters/authorities.ts';
import { readSmallFile } from '../adapters/bounded-file.ts';
import { systemClock } from '../adapters/clock.ts';
import { fixedKeys } from '../adapters/credentials/key-source.ts';
import { type Endpoint, resolveEndpoint } from '../adapters/endpoint.ts';
import { createJobsApi, type JobsApiOptions } from '../adapters/jobs-api.ts';
import { limitsWithin } from '../adapters/limits.ts';
import { randomNonce } from '../adapters/nonce.ts';
import { chooseProxy } from '../adapters/proxy.ts';
import type { Recording } from '../adapters/recorded-transport.ts';
import { type Result, success } from '../model/failure.ts';
import type { JobsApi } from '../runtime/ports.ts';
import { workspaceHost } from '../tables/regions.ts';
import { complain } from './complain.ts';
import type { Run } from './open-run.ts';
import { signIn } from './sign-in.ts';

/** The service that was asked for, and what the screen says of it. */
export type Connection = {
	readonly api: JobsApi;
	readonly region: string;
	/** The source of the credentials, in words; `''` in the demo. */
	readonly credentials: string;
	readonly close: () => Promise<void>;
};

type Service = Pick<JobsApiOptions, 'endpoint' | 'neighbour' | 'credentials' | 'proxy' | 'authorities'>;

const recordingOf = ({ record, clock }: Run): Recording => ({
	record,
	now: clock.now,
	elapsed: () => performance.now(),
});

const open = (service: Service, { requestTimeoutSeconds }: Arguments, run: Run) =>
	createJobsApi({
		...service,
		// A faster time is for what is shown; how long an answer may take is a matter of the real one.
		clock: { ...systemClock, now: run.clock.now },
		nonce: randomNonce,
		version: run.version,
		limits: limitsWithin(requestTimeoutSeconds),
		recording: recordingOf(run),
		unreadable: run.recorder.unreadable,
	});

/** The embedded service, over the same client, signature and socket as the real one. */
const connectToDemo = async (given: Arguments, run: Run): Promise<Connection> => {
	const { startSimulator } = await import('../simulator/server.ts');
	const simulator = await startSimulator({ now: run.clock.now, chaos: given.chaos ?? [] });
	const { origin, host } = new URL(simulator.url);
	const { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret } = simulator;
	const credentials = fixedKeys({ AccessKeyId, AccessKeySecret });
	const api = open({ endpoint: { origin, host }, credentials, proxy: undefined }, given, run);
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

/** Node would not check certificates at all with this in the environment, and warn into the middle of the screen. */
const insistOnTls = (env: NodeJS.ProcessEnv): void => {
	if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
		delete env.NODE_TLS_REJECT_UNAUTHORIZED;
		complain(
			'NODE_TLS_REJECT_UNAUTHORIZED=0 is not followed: certificates are always checked.\nFor an authority of your own there is --ca-file.',
		);
	}
};

/** AIWorkSpace has a host of its own; an endpoint of the user's own is asked for everything. */
const neighbourOf = ({ region }: Endpoint, { endpoint, vpc }: Arguments): JobsApiOptions['neighbour'] => {
	if (region === undefined || endpoint !== undefined) {
		return undefined;
	}
	const host = workspaceHost(region, vpc);
	return { origin: `https://${host}`, host };
};

/**
 * Where a region is looked for when the command line names none. Who changes the profile means that profile's region: it goes before
 * the environment's, and where it has none one stays in the present one.
 */
const regionSources = (profileRegion: string | undefined, present: string | undefined) =>
	present === undefined
		? { env: process.env, profileRegion }
		: { env: {}, profileRegion: profileRegion ?? (present === '' ? undefined : present) };

const connectToService = async (
	given: Arguments,
	run: Run,
	present: string | undefined,
): Promise<Result<Connection>> => {
	const { env } = process;
	insistOnTls(env);
	const authorities = await trustedAuthorities({ file: given.caFile, env, readFile: readSmallFile });
	if (!authorities.ok) {
		return authorities;
	}
	const signedIn = await signIn({
		profile: given.profile,
		authorities: authorities.value,
		version: run.version,
		recording: recordingOf(run),
	});
	if (!signedIn.ok) {
		return signedIn;
	}
	const { keys, source, profileRegion } = signedIn.value;
	const endpoint = resolveEndpoint({
		...regionSources(profileRegion, present),
		isVpc: given.vpc,
		endpoint: given.endpoint,
		region: given.region,
	});
	if (!endpoint.ok) {
		return endpoint;
	}
	const proxy = chooseProxy(endpoint.value.origin, env);
	if (!proxy.ok) {
		return proxy;
	}
	const service: Service = {
		endpoint: endpoint.value,
		neighbour: neighbourOf(endpoint.value, given),
		credentials: keys,
		proxy: proxy.value,
		authorities: authorities.value,
	};
	const api = open(service, given, run);
	return success({ api, region: endpoint.value.region ?? '', credentials: source, close: api.close });
};

/**
 * From the command line to a service that can be asked; nothing is asked yet. `present`: the region one is in while changing to
 * another profile; undefined at a start, and for another region.
 */
export const connect = async (given: Arguments, run: Run, present?: string): Promise<Result<Connection>> =>
	given.demo ? success(await connectToDemo(given, run)) : connectToService(given, run, present);
