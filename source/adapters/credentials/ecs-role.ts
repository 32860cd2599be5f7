import { firstSet, isSwitchedOn } from '../environment.ts';
import type { Answer } from '../transport.ts';
import type { Question } from './ask.ts';
import { checkShape, type Finding, findingOf, nothing, type Source, type Surroundings } from './source.ts';
import { parseQuietly, readTemporaryKeys } from './temporary-keys.ts';

/** An instance answers at once; anywhere else nobody does. */
const limits = { connectMs: 1_000, headersMs: 1_000, bodyMs: 1_000, requestMs: 1_000 } as const;
/** Of the token, in seconds: longer than a start takes. */
const tokenSeconds = '21600';
const rolesPath = '/latest/meta-data/ram/security-credentials/';

const isName = (text: string): boolean => /^[\w.@-]{1,128}$/.test(text);

type Metadata = (path: string) => Promise<Answer | undefined>;

/** Version 2 first: a token, by which the rest is asked for. Version 1 is the same without one. */
const openMetadata = async ({ ask, env, metadataOrigin: origin }: Surroundings): Promise<Metadata | undefined> => {
	const send = async (question: Pick<Question, 'method' | 'target' | 'headers'>): Promise<Answer | undefined> => {
		const answer = await ask({ origin, direct: true, limits, ...question });
		return answer.ok ? answer.value : undefined;
	};
	const ttl = { 'x-aliyun-ecs-metadata-token-ttl-seconds': tokenSeconds };
	const answer = await send({ method: 'PUT', target: '/latest/api/token', headers: ttl });
	const token = answer?.status === 200 ? answer.body.trim() : '';
	if (!isToken(token) && isSwitchedOn(env, 'ALIBABA_CLOUD_IMDSV1_DISABLED')) {
		return undefined;
	}
	const headers: Record<string, string> = isToken(token) ? { 'x-aliyun-ecs-metadata-token': token } : {};
	return path => send({ method: 'GET', target: path, headers });
};

/** Only such a text can go into a header. */
const isToken = (text: string): boolean => /^[\x21-\x7e]{1,4096}$/.test(text);

/** Keys of the role of this ECS instance. `name` `''`: the one that the metadata names. */
export const ecsRoleKeys = async (name: string, source: string, surroundings: Surroundings): Promise<Finding> => {
	const metadata = await openMetadata(surroundings);
	if (metadata === undefined) {
		return nothing('the instance metadata gave no token, and version 1 is switched off');
	}
	const named = name === '' ? await metadata(rolesPath) : undefined;
	if (name === '' && named === undefined) {
		return nothing('no instance metadata answers here');
	}
	const role = name || (named?.status === 200 ? named.body.trim() : '');
	if (!isName(role)) {
		return nothing('no role is attached to this instance');
	}
	const answer = await metadata(`${rolesPath}${role}`);
	const keys = answer?.status === 200 ? readTemporaryKeys(parseQuietly(answer.body)) : undefined;
	if (keys === undefined) {
		return nothing(`the instance metadata has no keys for the role ${role}`);
	}
	return findingOf(checkShape({ ...keys, source, renewal: `The role ${role} of the instance must give new keys.` }));
};

/** The role of the ECS instance that dlctop runs on. */
export const ecsMetadata = (surroundings: Surroundings): Source => ({
	name: 'ECS instance role',
	files: () => [],
	find: async () => {
		if (isSwitchedOn(surroundings.env, 'ALIBABA_CLOUD_ECS_METADATA_DISABLED')) {
			return nothing('switched off by ALIBABA_CLOUD_ECS_METADATA_DISABLED');
		}
		const name = firstSet(surroundings.env, ['ALIBABA_CLOUD_ECS_METADATA'])?.value ?? '';
		return ecsRoleKeys(name, 'ECS instance role', surroundings);
	},
});
