import { type Failure, failed, type Result, success } from '../../model/failure.ts';
import { namedProfile, readCliConfig, textOf } from './cli-config.ts';
import { environmentKeys } from './environment-keys.ts';
import type { StampOf, Stamps } from './file-watch.ts';
import { type Credentials, findWithStamps, nothing, type Source, type Surroundings } from './source.ts';

export type Found = {
	readonly source: Source;
	readonly credentials: Credentials;
	/** The states of the source's files when they were read. */
	readonly stamps: Stamps;
	/** The region of the CLI's profile in use, also when the keys came from elsewhere; `''` where there is none. */
	readonly regionId: string;
};

export type Search = {
	/** `--profile`: that profile and nothing else. */
	readonly profile: string | undefined;
	readonly surroundings: Surroundings;
	readonly stampOf: StampOf;
};

type Opening = () => Promise<Source>;

/** With a profile named in the environment, another identity than that profile would be a surprise. */
const skipped = (name: string, variable: string): Source => ({
	name,
	files: () => [],
	find: async () => nothing(`not asked, since ${variable} names a profile`),
});

/**
 * The chain, in its order. What costs a question to the network stands where it does because it is asked only when it is
 * set up; the metadata of an instance, which nothing announces, is the last. Each part is loaded when its turn comes.
 */
const chainOf = ({ profile, surroundings }: Search): readonly Opening[] => {
	const named = namedProfile(surroundings.env);
	const cli: Opening = async () =>
		(await import('./cli-profile.ts')).cliProfile({ demanded: profile, named: named?.value }, surroundings);
	if (profile !== undefined) {
		return [cli];
	}
	const unlessNamed =
		(name: string, open: Opening): Opening =>
		async () =>
			named === undefined ? open() : skipped(name, named.name);
	return [
		async () => environmentKeys(surroundings),
		async () => (await import('./environment-role.ts')).environmentRole(surroundings),
		cli,
		async () => (await import('./ini-file.ts')).iniFile(named?.value, surroundings),
		unlessNamed('credentials URI', async () => (await import('./keys-uri.ts')).environmentUri(surroundings)),
		unlessNamed('ECS instance role', async () => (await import('./ecs-role.ts')).ecsMetadata(surroundings)),
	];
};

const advice =
	'Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run `aliyun configure`. To look around without an account: dlctop --demo';

const none = (tried: readonly string[]) =>
	failed<Failure>({ kind: 'signed-out', message: `No credentials found. Tried:\n${tried.join('\n')}`, next: advice });

const regionOf = async ({ profile, surroundings }: Search): Promise<string> => {
	const config = await readCliConfig(surroundings);
	if (!config.ok || config.value === undefined) {
		return '';
	}
	const name = profile ?? namedProfile(surroundings.env)?.value ?? (config.value.current || 'default');
	const found = config.value.profiles.find(candidate => candidate.name === name);
	return found === undefined ? '' : textOf(found.fields, 'region_id');
};

/**
 * Finds the keys to sign with: the first source that has any. One that is set up and fails is not passed over, since the
 * next one would be somebody else. A failure never holds a secret or the text of a file.
 */
export const findCredentials = async (search: Search): Promise<Result<Found>> => {
	const tried: string[] = [];
	for (const open of chainOf(search)) {
		const source = await open();
		const { finding, stamps } = await findWithStamps(source, search.stampOf);
		switch (finding.kind) {
			case 'keys':
				return success({ source, credentials: finding.keys, stamps, regionId: await regionOf(search) });
			case 'failure':
				return failed(finding.failure);
			case 'nothing':
				tried.push(`  ${source.name}: ${finding.why}`);
		}
	}
	return none(tried);
};
