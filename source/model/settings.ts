import type { Configured } from './config/configuration.ts';

/** What the run was started with, and what the settings file, keys and commands made of it since. */
export type Settings = Pick<
	Configured,
	'maxJobs' | 'requestsPerMinute' | 'pageSize' | 'periodMs' | 'columns' | 'triage' | 'keys' | 'views' | 'theme'
> & {
	readonly region: string;
	/** Where the credentials came from, in words: `profile default`, `environment`. */
	readonly credentials: string;
	readonly demo: boolean;
	/** The embedded service misbehaves on purpose. */
	readonly chaos: boolean;
	readonly ascii: boolean;
	/** Secrets are not masked. */
	readonly showSecrets: boolean;
	/** The flags that make the same connection in the same look, for a command to be copied. */
	readonly opensWith: readonly string[];
	/** Whether the end of watched jobs is told by the terminal, not only in the last line. */
	readonly notifies: boolean;
	/** Whether a link can be opened here: on a desktop of this very machine. */
	readonly opensLinks: boolean;
	/** What flags, environment and file say, whatever was changed by keys since. */
	readonly configured: Configured;
};
