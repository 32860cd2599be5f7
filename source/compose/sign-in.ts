import { homedir } from 'node:os';
import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { readSmallFile } from '../adapters/bounded-file.ts';
import { systemClock } from '../adapters/clock.ts';
import { createAsk } from '../adapters/credentials/ask.ts';
import { fileStamp } from '../adapters/credentials/file-watch.ts';
import { findCredentials } from '../adapters/credentials/find.ts';
import { holdKeys } from '../adapters/credentials/held.ts';
import type { KeySource } from '../adapters/credentials/key-source.ts';
import type { RunCommand } from '../adapters/credentials/run-command.ts';
import { randomNonce } from '../adapters/nonce.ts';
import { metadataHost } from '../adapters/proxy.ts';
import type { Recording } from '../adapters/recorded-transport.ts';
import { type Result, success } from '../model/failure.ts';

/** Somebody to ask the service as. */
export type SignedIn = {
	readonly keys: KeySource;
	/** Where the keys come from, in words. */
	readonly source: string;
	/** The region of the CLI's profile; undefined where it has none. */
	readonly profileRegion: string | undefined;
};

export type SignInOptions = {
	readonly profile: Arguments['profile'];
	/** Every authority whose certificates are trusted, PEM; undefined: those of Node. */
	readonly authorities: readonly string[] | undefined;
	/** Of dlctop, for the user agent. */
	readonly version: string;
	/** Told of each request for keys. */
	readonly recording?: Recording | undefined;
};

const run: RunCommand = async (program, args) =>
	(await import('../adapters/credentials/run-command.ts')).createRunCommand(systemClock)(program, args);

/** Finds the keys in this process's environment and the user's files, and keeps them fresh. */
export const signIn = async ({
	profile,
	authorities,
	version,
	recording,
}: SignInOptions): Promise<Result<SignedIn>> => {
	const { env } = process;
	const found = await findCredentials({
		profile,
		stampOf: fileStamp,
		surroundings: {
			env,
			home: env.HOME ?? homedir(),
			readFile: readSmallFile,
			clock: systemClock,
			ask: createAsk({ env, clock: systemClock, authorities, recording }),
			run,
			nonce: randomNonce,
			version,
			metadataOrigin: `http://${metadataHost}`,
		},
	});
	if (!found.ok) {
		return found;
	}
	const { source, credentials, stamps, regionId } = found.value;
	return success({
		keys: holdKeys({ source, first: credentials, stamps, clock: systemClock, stampOf: fileStamp }),
		source: credentials.source,
		profileRegion: regionId === '' ? undefined : regionId,
	});
};
