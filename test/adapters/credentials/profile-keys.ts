import type { Question } from '../../../source/adapters/credentials/ask.ts';
import { anAnswer, cliFile, fromSts, handedOut, makeWorld, search, type World } from './surroundings.ts';

export const own = { access_key_id: 'LTAIown', access_key_secret: 'planted-own' };
export const signedIn = { access_key_id: 'STS.sso', access_key_secret: 'planted-sso', sts_token: 'planted-sso-token' };

/** STS gives keys that say who asked; the metadata and any other address give their own. */
const everybody = ({ origin, target, headers }: Question) => {
	const { host } = new URL(origin);
	if (host.startsWith('sts')) {
		const [, by = 'nobody'] = /Credential=([^,]+)/.exec(headers.authorization ?? '') ?? [];
		return anAnswer(200, fromSts(`for-${by}`));
	}
	return target.endsWith('/token') ? anAnswer(200, 'metadata-token') : anAnswer(200, handedOut(host));
};

/** The keys that a search finds with this profile, in a world that answers everybody. */
export const keysOf = async (profile: object, world: Partial<World> = {}, others: readonly object[] = []) => {
	const made = makeWorld({
		answers: everybody,
		...world,
		files: { ...cliFile([{ name: 'default', ...profile }, ...others]), ...world.files },
	});
	const found = await search(made);
	return { ...made, keys: found.ok ? found.value.credentials : found.problem };
};
