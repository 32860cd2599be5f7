import { type Result, success } from '../../model/failure.ts';
import { errorCode } from '../error-code.ts';
import { type Credentials, checkShape, type Surroundings, signedOut } from './source.ts';
import { assumeRoleWithOidc, type Role } from './sts.ts';

export type OidcRole = {
	readonly role: Role;
	readonly providerArn: string;
	readonly tokenFile: string;
	/** For the screen. */
	readonly source: string;
};

const readToken = async ({ readFile }: Surroundings, path: string): Promise<Result<string>> => {
	try {
		const token = (await readFile(path)).replace(/^\uFEFF/, '').trim();
		return token === ''
			? signedOut(
					'The OIDC token file is empty.',
					'Whatever writes it (a Kubernetes service account?) must do so first.',
				)
			: success(token);
	} catch (error) {
		return signedOut(`The OIDC token file could not be read (${errorCode(error)}).`, 'Check its path and its rights.');
	}
};

/** Keys of a role for the token in a file, which is read anew each time since its writer replaces it. */
export const oidcKeys = async (
	{ role, providerArn, tokenFile, source }: OidcRole,
	surroundings: Surroundings,
): Promise<Result<Credentials>> => {
	const token = await readToken(surroundings, tokenFile);
	if (!token.ok) {
		return token;
	}
	const keys = await assumeRoleWithOidc(role, { providerArn, token: token.value }, surroundings);
	return keys.ok
		? checkShape({ ...keys.value, source, renewal: 'A new token in the OIDC token file is taken by itself.' })
		: keys;
};
