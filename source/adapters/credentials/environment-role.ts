import { firstSet } from '../environment.ts';
import { findingOf, nothing, type Source, type Surroundings } from './source.ts';

const variables = {
	arn: 'ALIBABA_CLOUD_ROLE_ARN',
	provider: 'ALIBABA_CLOUD_OIDC_PROVIDER_ARN',
	tokenFile: 'ALIBABA_CLOUD_OIDC_TOKEN_FILE',
} as const;

/** A role for an OIDC token, all named by the environment, as in a pod of ACK with a service account. */
export const environmentRole = (surroundings: Surroundings): Source => {
	const { env } = surroundings;
	const setting = (name: string): string => firstSet(env, [name])?.value ?? '';
	return {
		name: 'OIDC from the environment',
		files: () => [setting(variables.tokenFile)].filter(path => path !== ''),
		find: async () => {
			const missing = Object.values(variables).filter(name => setting(name) === '');
			if (missing.length > 0) {
				return nothing(`${missing.join(', ')} not set`);
			}
			const { stsOrigin } = await import('./sts.ts');
			const origin = stsOrigin({ endpoint: '', region: '', env });
			if (!origin.ok) {
				return findingOf(origin);
			}
			const { oidcKeys } = await import('./oidc-role.ts');
			const role = {
				arn: setting(variables.arn),
				sessionName: setting('ALIBABA_CLOUD_ROLE_SESSION_NAME'),
				seconds: undefined,
				externalId: '',
				origin: origin.value,
			};
			const wish = {
				role,
				providerArn: setting(variables.provider),
				tokenFile: setting(variables.tokenFile),
				source: 'environment (OIDC)',
			};
			return findingOf(await oidcKeys(wish, surroundings));
		},
	};
};
