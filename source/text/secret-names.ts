/** The whole parts of a name that make its value a secret. */
const secretParts = [
	'TOKEN',
	'SECRET',
	'PASSWORD',
	'PASSWD',
	'API_KEY',
	'APIKEY',
	'ACCESS_KEY',
	'ACCESSKEY',
	'PRIVATE_KEY',
	'PRIVATEKEY',
	'AUTHORIZATION',
];

/** Every secret name holds one of these: a quick no for nearly every other text. */
export const secretHint = /token|secret|passw|key|authorization/i;

const partBreaks = /[^A-Za-z0-9]+|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/;
const camelBreaks = /[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)/;

const hasSecretPart = (parts: readonly string[]): boolean => {
	const name = `_${parts.join('_').toUpperCase()}_`;
	return secretParts.some(part => name.includes(`_${part}_`));
};

/**
 * Whether a value of this name is a secret, by whole parts: `HF_TOKEN`, `--hf-token`, `hfToken` and `API_KEY_2` are;
 * `TOKENIZER_PATH`, `max_tokens` and `KEY_PADDING_MASK` are not.
 */
export const isSecretName = (name: string): boolean =>
	secretHint.test(name) && (hasSecretPart(name.split(partBreaks)) || hasSecretPart(name.split(camelBreaks)));
