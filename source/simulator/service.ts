import { failed, type Result, success } from '../model/failure.ts';
import type { JsonObject } from '../model/json.ts';
import type { Disputed } from './filter.ts';
import { getJob } from './get-job.ts';
import { listJobs } from './list-jobs.ts';
import { makeNonces } from './nonces.ts';
import type { Parameters } from './readers.ts';
import { invalidParameter, type Refusal, refusal } from './refusal.ts';
import { mayBeSeen } from './scope.ts';
import { type Credential, decodeQuery, type SignedRequest, verify } from './signature.ts';
import type { World } from './world.ts';

export type Answer = Result<JsonObject, Refusal>;

type Call = { readonly parameters: Parameters; readonly now: number; readonly part: string };

type Operation = {
	/** The name in `x-acs-action`. */
	readonly action: string;
	/** The whole path; a group in it is the call's `part`. */
	readonly path: RegExp;
	readonly run: (world: World, call: Call, disputed: Disputed) => Answer;
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
		action: 'GetJob',
		path: /^\/api\/v1\/jobs\/([^/]+)$/,
		run: (world, { now, part }) => {
			const job = world.jobsAt(now).find(({ spec }) => spec.JobId === part);
			return job !== undefined && mayBeSeen(job)
				? success(getJob(job, now))
				: failed(refusal(404, 'NotFound', `The job ${part} does not exist.`));
		},
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

const operationOf = (request: SignedRequest): Result<{ operation: Operation; part: string }, Refusal> => {
	if (request.method !== 'GET') {
		return failed(refusal(400, 'UnsupportedHTTPMethod', `The method ${request.method} is not supported here.`));
	}
	const action = request.headers.get('x-acs-action');
	const operation = operations.find(known => known.action === action && known.path.test(request.path));
	if (operation === undefined || request.headers.get('x-acs-version') !== '2020-12-03') {
		return failed(refusal(404, 'InvalidApi.NotFound', 'No API has this path, x-acs-action and x-acs-version.'));
	}
	return success({ operation, part: operation.path.exec(request.path)?.[1] ?? '' });
};

/** The service without its socket: who may ask, what was asked, what is the answer. */
export const makeService = (world: World, credentials: readonly Credential[], disputed: Disputed) => {
	const nonces = makeNonces();
	return (request: SignedRequest, now: number): Answer => {
		const parameters = parametersOf(request.rawQuery);
		if (!parameters.ok) {
			return parameters;
		}
		const found = operationOf(request);
		if (!found.ok) {
			return found;
		}
		const signer = verify(request, credentials, now);
		if (!signer.ok) {
			return signer;
		}
		// Only after the signature: nobody without the keys can use up a nonce.
		const replayed = nonces.use(signer.value, request.headers.get('x-acs-signature-nonce'), now);
		if (replayed !== undefined) {
			return failed(replayed);
		}
		const { operation, part } = found.value;
		return operation.run(world, { parameters: parameters.value, now, part }, disputed);
	};
};
