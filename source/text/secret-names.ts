import { noSecretParts, type SecretWord, secretEndings, secretWords } from '../tables/masks.ts';

/** Every secret name holds one of these: a quick no for nearly every other text. */
export const secretHint = /token|secret|pass|pwd|key|auth|credential|signature|bearer|cookie|sk(?![a-z])/i;

const partBreaks = /[^A-Za-z0-9]+|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/;
const camelBreaks = /[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)/;

const words = secretWords.map(rule => ({ rule, parts: rule.word.split('_') }));

/** Whether the parts from `at` on are those of a word that counts there. */
const countsAt = (parts: readonly string[], at: number, word: (typeof words)[number]): boolean => {
	const { rule } = word;
	const before = parts[at - 1];
	const after = parts.slice(at + word.parts.length);
	return (
		word.parts.every((part, index) => parts[at + index] === part) &&
		(rule.last === undefined || after.every(part => /^\d+$/.test(part))) &&
		(rule.notAlone === undefined || before !== undefined) &&
		!(before !== undefined && rule.notAfter?.includes(before)) &&
		!(after[0] !== undefined && rule.notBefore?.includes(after[0]))
	);
};

// What is a word of the table is judged by its own rule.
const notByEnding = new Set([...noSecretParts, ...secretWords.map(({ word }) => word)]);

const endsSecretly = (part: string): boolean =>
	secretEndings.some(ending => part.endsWith(ending)) && !notByEnding.has(part);

const ofParts = (parts: readonly string[]): SecretWord | undefined =>
	words.find(word => parts.some((_, at) => countsAt(parts, at, word)))?.rule ??
	(parts.some(endsSecretly) ? { word: 'PASSWORD' } : undefined);

const partsOf = (name: string, breaks: RegExp): readonly string[] =>
	name
		.split(breaks)
		.filter(part => part !== '')
		.map(part => part.toUpperCase());

/** The rule that makes a value of this name a secret; undefined for a name that is none. */
export const secretRule = (name: string): SecretWord | undefined =>
	secretHint.test(name) ? (ofParts(partsOf(name, partBreaks)) ?? ofParts(partsOf(name, camelBreaks))) : undefined;

/**
 * Whether a value of this name is a secret, by whole parts: `HF_TOKEN`, `--hf-token`, `hfToken` and `API_KEY_2` are;
 * `TOKENIZER_PATH`, `max_tokens` and `KEY_PADDING_MASK` are not.
 */
export const isSecretName = (name: string): boolean => secretRule(name) !== undefined;

const harmless = {
	number: /^[[(]?[\d_,.\s]+(?:e[+-]?\d+)?[kmbgt]?[,.;)\]}]*$/i,
	path: /^(?:~|\.{0,2})\/[\w./-]*$/,
} as const;

/** What stands where a value is missing, or only its type is named. */
const noValue = /^(?:none|null|nil|undefined|true|false|str|bytes|string|optional\[str\])[,;:)\]}]*$/i;

/** Whether a value is none, or what its rule lets be read after all: a count of tokens, a path. */
export const isHarmless = ({ unless }: SecretWord, value: string): boolean =>
	noValue.test(value) || (unless !== undefined && harmless[unless].test(value));
