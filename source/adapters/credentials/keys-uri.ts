import { type Failure, failed, type Result, success } from '../../model/failure.ts';
import { firstSet } from '../environment.ts';
import { addressProblem } from './ask.ts';
import {
	type Credentials,
	checkShape,
	findingOf,
	nothing,
	type Source,
	type Surroundings,
	signedOut,
} from './source.ts';
import { parseQuietly, readTemporaryKeys } from './temporary-keys.ts';

/** The variable that names an address which hands out keys, as in a DSW or DLC container. */
export const keysUriVariable = 'ALIBABA_CLOUD_CREDENTIALS_URI';

const parseAddress = (uri: string): Result<URL> => {
	const url = URL.canParse(uri) ? new URL(uri) : undefined;
	const problem = url === undefined ? 'is not an address' : addressProblem(url);
	return url === undefined || problem !== undefined
		? signedOut(`The credentials URI ${problem}.`, 'Write it like http://localhost:7002/api/v1/credentials/0.')
		: success(url);
};

/** Keys from an address. Its path and query are never shown: they may be a secret themselves. */
export const uriKeys = async (
	uri: string,
	source: string,
	surroundings: Surroundings,
): Promise<Result<Credentials>> => {
	const url = parseAddress(uri);
	if (!url.ok) {
		return url;
	}
	const { origin, host, pathname, search } = url.value;
	const headers = { accept: 'application/json', 'user-agent': `dlctop/${surroundings.version}` };
	const answer = await surroundings.ask({ method: 'GET', origin, target: `${pathname}${search}`, headers });
	if (!answer.ok) {
		return answer;
	}
	const { status, body } = answer.value;
	if (status !== 200) {
		return failed<Failure>({
			kind: status >= 500 ? 'service' : 'signed-out',
			message: `The credentials URI (${host}) answered HTTP ${status}.`,
			next: 'Check the address; redirects are not followed.',
			httpStatus: status,
		});
	}
	const keys = readTemporaryKeys(parseQuietly(body));
	return keys === undefined
		? signedOut(`The credentials URI (${host}) did not answer with keys.`, 'Check the address.')
		: checkShape({ ...keys, source, renewal: `The credentials URI (${host}) must give new keys.` });
};

/** The address that the environment names. */
export const environmentUri = (surroundings: Surroundings): Source => ({
	name: 'credentials URI',
	files: () => [],
	find: async () => {
		const uri = firstSet(surroundings.env, [keysUriVariable])?.value;
		return uri === undefined
			? nothing(`${keysUriVariable} not set`)
			: findingOf(await uriKeys(uri, 'credentials URI', surroundings));
	},
});
