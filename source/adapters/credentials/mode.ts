import type { Result } from '../../model/failure.ts';
import { type CliProfile, cliConfigName, textOf } from './cli-config.ts';
import { type Credentials, type Surroundings, signedOut } from './source.ts';

/** What a mode may look at besides its own profile. */
export type ModeContext = {
	readonly surroundings: Surroundings;
	readonly profileOf: (name: string) => CliProfile | undefined;
	/** Keys of another profile, in whatever mode it is. */
	readonly follow: (profile: CliProfile) => Promise<Result<Credentials>>;
};

export type Mode = (profile: CliProfile, context: ModeContext) => Promise<Result<Credentials>>;

/** A profile as messages name it. */
export const whereOf = ({ name }: CliProfile): string => `profile ${name} in ${cliConfigName}`;

/** The same for the first line of the screen, where there is little room. */
export const sourceOf = ({ name }: CliProfile): string => `profile ${name}`;

/** What is missing of these fields, in words; undefined when all are there. */
export const lacking = (profile: CliProfile, fields: readonly string[]) => {
	const missing = fields.filter(field => textOf(profile.fields, field) === '');
	return missing.length === 0
		? undefined
		: signedOut(`The ${whereOf(profile)} has no ${missing.join(', no ')}.`, 'Complete it with `aliyun configure`.');
};
