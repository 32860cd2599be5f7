import type { Trace } from '../runtime/ports.ts';
import { maskSign, maskText } from '../text/mask.ts';
import { isSecretName } from '../text/secret-names.ts';
import type { Environment } from './environment.ts';

/** What a fault report tells besides the fault itself. */
export type CrashFacts = {
	readonly version: string;
	readonly node: string;
	readonly platform: string;
	readonly env: Environment;
	/** Ms since the epoch. */
	readonly at: number;
	readonly events: readonly Trace[];
};

/** Shorter values are words that turn up anywhere. */
const shortestSecret = 6;
const mostLetters = 300;
const mostFrames = 40;
const mostCauses = 5;

/** Blanks what the environment keeps secret, wherever it stands, and what the masking rules find. */
const withoutSecrets = (text: string, env: Environment): string => {
	const secrets = Object.entries(env).flatMap(([name, value = '']) =>
		isSecretName(name) && value.length >= shortestSecret ? [value] : [],
	);
	return maskText(secrets.reduce((rest, secret) => rest.replaceAll(secret, maskSign), text));
};

/**
 * What was thrown, in one line. A SyntaxError quotes what was read, which may be a job's text or a credential, so its words stay out,
 * and so does a thrown thing that is no error.
 */
export const crashHeadline = (error: unknown, env: Environment): string => {
	if (!(error instanceof Error)) {
		return `something that is no error (${typeof error})`;
	}
	const [first = ''] = error.message.split('\n', 1);
	return error instanceof SyntaxError
		? error.name
		: withoutSecrets(`${error.name}: ${first}`.slice(0, mostLetters), env);
};

/** The places on the stack. Only lines of their form, since the message before them may have several lines. */
const framesOf = (error: unknown): readonly string[] =>
	(error instanceof Error ? (error.stack ?? '') : '')
		.split('\n')
		.filter(line => /^ {4}at .*(?::\d+:\d+\)?|\(native\)|<anonymous>\)?)$/.test(line))
		.slice(0, mostFrames);

const withCauses = (error: unknown): readonly unknown[] => {
	const chain = [error];
	for (let next = error; next instanceof Error && next.cause !== undefined && chain.length < mostCauses; ) {
		next = next.cause;
		chain.push(next);
	}
	return chain;
};

/** The whole report: where it broke and what happened just before, without a secret and without a text of any job. */
export const crashText = (error: unknown, { version, node, platform, env, at, events }: CrashFacts): string =>
	[
		`dlctop ${version}, Node ${node}, ${platform}`,
		new Date(at).toISOString(),
		'',
		...withCauses(error).flatMap((one, depth) => [
			`${depth === 0 ? '' : 'caused by '}${crashHeadline(one, env)}`,
			...framesOf(one),
		]),
		'',
		'the last events, the newest last:',
		...events.map(event => `${new Date(event.at).toISOString()} ${event.name}`),
		'',
	].join('\n');
