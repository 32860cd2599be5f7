import { type Failure, failed, type Result, success } from '../../model/failure.ts';
import type { Clock } from '../../runtime/ports.ts';
import type { Environment } from '../environment.ts';
import type { AccessKey } from '../signature.ts';
import type { Ask } from './ask.ts';
import { type StampOf, type Stamps, stampsOf } from './file-watch.ts';
import type { RunCommand } from './run-command.ts';

/** Keys to sign with, and what is known of them. */
export type Credentials = AccessKey & {
	/** Where they came from, for the screen: `environment`, `profile default`. */
	readonly source: string;
	/** What the user does once the service no longer takes them, one sentence. */
	readonly renewal: string;
	/** When they end, ms since the epoch; absent where nobody says so. */
	readonly expiresAt?: number;
};

/** What sources look at. All of the outside world comes in here. */
export type Surroundings = {
	readonly env: Environment;
	/** The user's home directory. */
	readonly home: string;
	/** Reads a whole text file; rejects like `node:fs/promises` does. */
	readonly readFile: (path: string) => Promise<string>;
	readonly clock: Clock;
	readonly ask: Ask;
	readonly run: RunCommand;
	/** A new value at each call. */
	readonly nonce: () => string;
	/** Of dlctop, for the user agent. */
	readonly version: string;
	/** Where an ECS instance learns about itself. */
	readonly metadataOrigin: string;
};

/** What a source gives: keys, nothing since it is not set up (so that the next one is asked), or a reason why it fails. */
export type Finding =
	| { readonly kind: 'keys'; readonly keys: Credentials }
	| { readonly kind: 'nothing'; readonly why: string }
	| { readonly kind: 'failure'; readonly failure: Failure };

/** One place that keys can come from. */
export type Source = {
	/** For the list of what was tried. */
	readonly name: string;
	/** The files that decide what it gives: a change of one is a reason to ask again. Known after the first answer. */
	readonly files: () => readonly string[];
	/** Reads and asks anew at each call, always for the same identity. Never rejects. */
	readonly find: () => Promise<Finding>;
};

export const nothing = (why: string): Finding => ({ kind: 'nothing', why });

export const findingOf = (keys: Result<Credentials>): Finding =>
	keys.ok ? { kind: 'keys', keys: keys.value } : { kind: 'failure', failure: keys.problem };

export const signedOut = (message: string, next: string) => failed<Failure>({ kind: 'signed-out', message, next });

/** Only printable ASCII without blanks can be a key or go into a header. */
const isToken = (value: string): boolean => /^[\x21-\x7e]{1,16384}$/.test(value);

/** Keys that can be signed with and sent. */
export const checkShape = (credentials: Credentials): Result<Credentials> => {
	const { AccessKeyId, AccessKeySecret, SecurityToken, source } = credentials;
	return [AccessKeyId, AccessKeySecret, SecurityToken ?? 'none'].every(isToken)
		? success(credentials)
		: signedOut(`The access key (${source}) holds characters that no access key has.`, 'Copy it again.');
};

/** What a source gives, and the states of its files before they were read; of one that was found only by reading, after that. */
export const findWithStamps = async (
	source: Source,
	stampOf: StampOf,
): Promise<{ readonly finding: Finding; readonly stamps: Stamps }> => {
	const before = await stampsOf(source.files(), stampOf);
	const finding = await source.find();
	const after = await stampsOf(source.files(), stampOf);
	return { finding, stamps: new Map([...after, ...before]) };
};
