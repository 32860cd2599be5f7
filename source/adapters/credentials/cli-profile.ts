import { isSwitchedOn } from '../environment.ts';
import {
	type CliConfig,
	type CliProfile,
	cliConfigName,
	cliConfigPath,
	readCliConfig,
	textOf,
	tokenFileOf,
} from './cli-config.ts';
import { keysOfProfile } from './cli-modes.ts';
import { type Finding, findingOf, nothing, type Source, type Surroundings, signedOut } from './source.ts';

export type ProfileWish = {
	/** `--profile`: it must be there. */
	readonly demanded: string | undefined;
	/** What the environment names. */
	readonly named: string | undefined;
};

const profileNames = ({ profiles }: CliConfig): string => profiles.map(({ name }) => name).join(', ') || 'none';

const notThere = (name: string, config: CliConfig | undefined): Finding =>
	findingOf(
		config === undefined
			? signedOut(`There is no profile ${name}: ${cliConfigName} does not exist.`, 'Make it with `aliyun configure`.')
			: signedOut(`There is no profile ${name} in ${cliConfigName}.`, `Profiles there: ${profileNames(config)}.`),
	);

/** `aliyun configure`, given up half way, leaves such a one behind. */
const isBlank = ({ mode, fields }: CliProfile): boolean =>
	(mode === '' || mode === 'AK') &&
	textOf(fields, 'access_key_id') === '' &&
	textOf(fields, 'access_key_secret') === '';

const switchedOffBy = ({ env }: Surroundings): string | undefined =>
	['ALIBABA_CLOUD_CLI_PROFILE_DISABLED', 'IGNORE_PROFILE'].find(name => isSwitchedOn(env, name));

/** A profile of the aliyun CLI. Which one it is stays as it was found first, also when the file's current one changes. */
export const cliProfile = ({ demanded, named }: ProfileWish, surroundings: Surroundings): Source => {
	const { home } = surroundings;
	let pinned = demanded ?? named;
	let tokenFile = '';
	const find = async (): Promise<Finding> => {
		const switchedOff = demanded === undefined ? switchedOffBy(surroundings) : undefined;
		if (switchedOff !== undefined) {
			return nothing(`switched off by ${switchedOff}`);
		}
		const config = await readCliConfig(surroundings);
		if (!config.ok) {
			return findingOf(config);
		}
		const name = pinned ?? (config.value?.current || 'default');
		const profile = config.value?.profiles.find(candidate => candidate.name === name);
		if (profile === undefined && demanded !== undefined) {
			return notThere(name, config.value);
		}
		if (config.value === undefined || profile === undefined) {
			return nothing(config.value === undefined ? 'no such file' : `no profile ${name}`);
		}
		if (pinned === undefined && isBlank(profile)) {
			return nothing(`profile ${name} is empty`);
		}
		pinned = name;
		tokenFile = tokenFileOf(profile, home);
		return findingOf(await keysOfProfile(profile, config.value.profiles, surroundings));
	};
	return {
		name: cliConfigName,
		files: () => [cliConfigPath(home), ...(tokenFile === '' ? [] : [tokenFile])],
		find,
	};
};
