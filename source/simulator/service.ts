import { failed, type Result, success } from '../model/failure.ts';
import { getJobEvents, getPodEvents } from './events.ts';
import type { Disputed } from './filter.ts';
import { getJob } from './get-job.ts';
import type { SimulatedJob } from './job.ts';
import { listJobs } from './list-jobs.ts';
import { listWorkspaces } from './list-workspaces.ts';
import { getPodLogs } from './logs.ts';
import { makeNonces } from './nonces.ts';
import type { Parameters } from './readers.ts';
import { type Answer, invalidParameter, type Refusal, refusal } from './refusal.ts';
import { mayBeSeen } from './scope.ts';
import { type Credential, decodeQuery, type SignedRequest, verify } from './signature.ts';
import type { World } from './world.ts';

type Call = { readonly parameters: Parameters; readonly now: number; readonly parts: readonly string[] };

type Operation = {
	/** The name in `x-acs-action`. */
	readonly action: string;
	/** The whole path; its groups are the call's `parts`. */
	readonly path: RegExp;
	/** `x-acs-version`, where it is not that of PAI-DLC. */
	readonly version?: string;
	readonly run: (world: World, call: Call, disputed: Disputed) => Answer;
};

type AskedOfJob = (job: SimulatedJob, call: Call) => Answer;

/** An operation on one job, which must be there and the caller's to see. */
const ofJob =
	(run: AskedOfJob): Operation['run'] =>
	(world, call) => {
		const [JobId = ''] = call.parts;
		const job = world.jobsAt(call.now).find(({ spec }) => spec.JobId === JobId);
		return job !== undefined && mayBeSeen(job)
			? run(job, call)
			: failed(refusal(404, 'NotFound', `The job ${JobId} does not exist.`));
	};

const operations: readonly Operation[] = [
	{
		action: 'ListJobs',
		path: /^\/api\/v1\/jobs()$/,
		run: (world, { parameters, now }, disputed) => {
			const page = listJobs(world, parameters, { now, disputed });
			return page.ok ? success(page.value) : page;
		},
	},
	{
		action: 'ListWorkspaces',
		path: /^\/api\/v1\/workspaces()$/,
		version: '2021-02-04',
		run: (_world, { parameters }) => listWorkspaces(parameters),
	},
	{
		action: 'GetJob',
		path: /^\/api\/v1\/jobs\/([^/]+)$/,
		run: ofJob((job, { now }) => success(getJob(job, now))),
	},
	{
		action: 'GetJobEvents',
		path: /^\/api\/v1\/jobs\/([^/]+)\/events$/,
		run: ofJob((job, { parameters, now }) => getJobEvents(job, parameters, now)),
	},
	{
		action: 'GetPodEvents',
		path: /^\/api\/v1\/jobs\/([^/]+)\/pods\/([^/]+)\/events$/,
		run: ofJob((job, { parameters, now, parts }) => getPodEvents(job, parts[1] ?? '', parameters, now)),
	},
	{
		action: 'GetPodLogs',
		path: /^\/api\/v1\/jobs\/([^/]+)\/pods\/([^/]+)\/logs$/,
		run: ofJob((job, { parameters, now, parts }) => getPodLogs(job, parts[1] ?? '', parameters, now)),
	},
];

const parametersOf = (rawQuery: string): Result<Parameters, Refusal> => {
	const pairs = decodeQuery(rawQuery);
	if (pairs === undefined) {
		return failed(refusal(400, 'InvalidParameter', 'The query is not percent-encoded UTF-8.'));
	}
	const parameters = new Map<string, string>();
	for (const [name, value] of pairs) {
		if (parameters.has(name)) {
			return failed(invalidParameter(name, 'it is given twice.'));
		}
		parameters.set(name, value);
	}
	return success(new Map([...parameters].filter(([, value]) => value !== '')));
};

/** A part of a path without its percent encoding; as it came where that is broken. */
const decodePart = (part: string): string => {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
};

const operationOf = (request: SignedRequest): Result<{ operation: Operation; parts: readonly string[] }, Refusal> => {
	if (request.method !== 'GET') {
		return failed(refusal(400, 'UnsupportedHTTPMethod', `The method ${request.method} is not supported here.`));
	}
	const action = request.headers.get('x-acs-action');
	const operation = operations.find(known => known.action === action && known.path.test(request.path));
	if (operation === undefined || request.headers.get('x-acs-version') !== (operation.version ?? '2020-12-03')) {
		return failed(refusal(404, 'InvalidApi.NotFound', 'No API has this path, x-acs-action and x-acs-version.'));
	}
	const parts = (operation.path.exec(request.path) ?? []).slice(1).map(decodePart);
	return success({ operation, parts });
};

/** The service without its socket: who may ask, what was asked, what is the answer. */
export const makeService = (world: World, credentials: readonly Credential[], disputed: Disputed) => {
	const nonces = makeNonces();
	/** `clock` is what the service takes for the time when it looks at a signature; all else goes by `now`. */
	return (request: SignedRequest, now: number, clock = now): Answer => {
		const parameters = parametersOf(request.rawQuery);
		if (!parameters.ok) {
			return parameters;
		}
		const found = operationOf(request);
		if (!found.ok) {
			return found;
		}
		const signer = verify(request, credentials, clock);
		if (!signer.ok) {
			return signer;
		}
		// Only after the signature: nobody without the keys can use up a nonce.
		const replayed = nonces.use(signer.value, request.headers.get('x-acs-signature-nonce'), clock);
		if (replayed !== undefined) {
			return failed(replayed);
		}
		const { operation, parts } = found.value;
		return operation.run(world, { parameters: parameters.value, now, parts }, disputed);
	};
};
