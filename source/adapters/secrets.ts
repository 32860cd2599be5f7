import type { AccessKey } from './signature.ts';

/**
 * A function that blanks the keys and the token in a text, plain and percent-encoded. The service quotes what it was sent
 * when a signature does not match: headers, and with them the token.
 */
export const hideSecrets = ({ AccessKeyId, AccessKeySecret, SecurityToken }: AccessKey): ((text: string) => string) => {
	const secrets = [AccessKeySecret, SecurityToken ?? '', AccessKeyId]
		.flatMap(secret => [secret, encodeURIComponent(secret)])
		.filter(secret => secret !== '');
	return text => secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
};
