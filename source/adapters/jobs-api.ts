import { success } from '../model/failure.ts';
import { decodeListAnswer } from '../model/list-answer.ts';
import type { Clock, JobsApi } from '../runtime/ports.ts';
import { toQuery } from '../tables/parameters.ts';
import type { KeySource } from './credentials/key-source.ts';
import type { Endpoint } from './endpoint.ts';
import { getJob } from './get-job.ts';
import { lineCalls } from './job-lines.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { listWorkspaces } from './list-workspaces.ts';
import type { ProxyServer } from './proxy.ts';
import { type Recording, recordedTransport } from './recorded-transport.ts';
import { createServiceClock, type ServiceClock } from './service-clock.ts';
import { createSignedGet, type SignedGet } from './signed-get.ts';
import { createTransport, type Transport } from './transport.ts';

export type JobsApiOptions = {
	readonly endpoint: Pick<Endpoint, 'origin' | 'host'>;
	/** Where AIWorkSpace answers, of which only the names of workspaces are asked; the same endpoint when absent. */
	readonly neighbour?: Pick<Endpoint, 'origin' | 'host'> | undefined;
	readonly credentials: KeySource;
	/** From `chooseProxy`; none for a service on this machine. */
	readonly proxy: ProxyServer | undefined;
	readonly clock: Clock;
	/** A new value at each call. */
	readonly nonce: () => string;
	/** Of dlctop, for the user agent. */
	readonly version: string;
	/** Every authority whose certificates are trusted, PEM; undefined: those of Node. */
	readonly authorities?: readonly string[] | undefined;
	/** Other bounds than the usual ones. */
	readonly limits?: Partial<Limits>;
	/** Who is told of every exchange. */
	readonly recording?: Recording;
	/** Told of each good answer that could not be read. */
	readonly unreadable?: () => void;
};

const listJobs =
	(get: SignedGet, { aheadMs }: ServiceClock): JobsApi['listJobs'] =>
	async (parameters, signal) => {
		const operation = { action: 'ListJobs', words: 'list jobs' };
		const request = { operation, path: '/api/v1/jobs', query: toQuery(parameters), read: decodeListAnswer };
		const page = await get(request, signal);
		return page.ok && aheadMs() !== 0 ? success({ ...page.value, clockAheadMs: aheadMs() }) : page;
	};

/** The service over the network. `close` cuts its connections; requests still on their way then fail. */
export const createJobsApi = (options: JobsApiOptions): JobsApi & { readonly close: () => Promise<void> } => {
	const { endpoint, proxy, clock, limits, credentials, authorities, recording } = options;
	const bounds = { ...defaultLimits, ...limits };
	const open = (to: JobsApiOptions['endpoint']): Transport => {
		const bare = createTransport({ endpoint: to, proxy, clock, limits: bounds, authorities });
		return recording === undefined ? bare : recordedTransport(bare, recording);
	};
	const transport = open(endpoint);
	const serviceClock = createServiceClock(clock);
	const get = createSignedGet({ ...options, transport, serviceClock });
	const { neighbour } = options;
	let elsewhere: Transport | undefined;
	const getElsewhere: SignedGet = (request, signal) => {
		if (neighbour === undefined) {
			return get(request, signal);
		}
		elsewhere ??= open(neighbour);
		return createSignedGet({ ...options, endpoint: neighbour, transport: elsewhere, serviceClock })(request, signal);
	};
	return {
		listJobs: listJobs(get, serviceClock),
		listWorkspaces: listWorkspaces(getElsewhere),
		getJob: getJob(get),
		...lineCalls(get),
		watchKeys: credentials.watch,
		close: async () => {
			await elsewhere?.close();
			await transport.close();
		},
	};
};
