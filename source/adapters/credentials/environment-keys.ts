import { firstSet } from '../environment.ts';
import { checkShape, findingOf, nothing, type Source, type Surroundings } from './source.ts';

const variables = {
	id: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
	secret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
	token: 'ALIBABA_CLOUD_SECURITY_TOKEN',
} as const;

/** A key pair in the environment, with a token where the keys are temporary. */
export const environmentKeys = ({ env }: Pick<Surroundings, 'env'>): Source => ({
	name: 'environment',
	files: () => [],
	find: async () => {
		const id = firstSet(env, [variables.id]);
		const secret = firstSet(env, [variables.secret]);
		const token = firstSet(env, [variables.token]);
		if (id === undefined || secret === undefined) {
			const missing = [variables.id, variables.secret].filter(name => firstSet(env, [name]) === undefined);
			return nothing(`${missing.join(' and ')} not set`);
		}
		return findingOf(
			checkShape({
				AccessKeyId: id.value,
				AccessKeySecret: secret.value,
				...(token && { SecurityToken: token.value }),
				source: 'environment',
				renewal: `Set new keys (${variables.id} …) in the environment and start dlctop again.`,
			}),
		);
	},
});
