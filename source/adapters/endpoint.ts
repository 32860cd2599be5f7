import { type Failure, failed, type Result, success } from '../model/failure.ts';
import { looksLikeRegion, regionalHost, regions, regionVariables } from '../tables/regions.ts';
import { type Environment, firstSet } from './environment.ts';
import { isLoopback } from './loopback.ts';

/** Where the service is. */
export type Endpoint = {
	/** Scheme, host and port, no trailing slash: `https://pai-dlc.cn-hangzhou.aliyuncs.com`. */
	readonly origin: string;
	/** The `Host` header, which is signed: with the port unless it is the scheme's own. */
	readonly host: string;
	/** What the user chose or the profile says; undefined only with an endpoint of the user's own. */
	readonly region: string | undefined;
};

export type EndpointChoice = {
	/** `--endpoint`, if given. */
	readonly endpoint?: string | undefined;
	/** `--region`, if given. */
	readonly region?: string | undefined;
	/** `--vpc`. */
	readonly isVpc: boolean;
	readonly env: Environment;
	/** The region of the credentials' profile, if it has one. */
	readonly profileRegion?: string | undefined;
};

const refuse = (message: string, next: string) => failed<Failure>({ kind: 'bad-request', message, next });

/** One line for each group of regions. */
const regionList = (): string =>
	[...new Set(regions.map(({ group }) => group))]
		.map(name => {
			const ids = regions
				.filter(({ group }) => group === name)
				.map(({ id, hasPublicHost }) => (hasPublicHost ? id : `${id} (only with --vpc)`));
			return `  ${name}: ${ids.join(', ')}`;
		})
		.join('\n');

type FoundRegion = { readonly value: string; readonly name: string };

const findRegion = ({ region, env, profileRegion }: EndpointChoice): FoundRegion | undefined => {
	if (region !== undefined) {
		return { value: region, name: '--region' };
	}
	const inProfile = profileRegion === undefined ? undefined : { value: profileRegion, name: "the profile's region" };
	return firstSet(env, regionVariables) ?? inProfile;
};

/** A scheme is optional (`https:` is meant then): people paste host names. */
const parseEndpoint = (text: string): URL | undefined => {
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	return URL.canParse(withScheme) ? new URL(withScheme) : undefined;
};

const endpointExample = 'Write it like https://pai-dlc.cn-hangzhou.aliyuncs.com or http://127.0.0.1:8080.';

/** Never quotes what was given before it is known to hold no password. */
const ownEndpoint = (text: string, region: string | undefined): Result<Endpoint> => {
	const url = parseEndpoint(text.trim());
	if (url === undefined) {
		return refuse('--endpoint is not a URL or a host name.', endpointExample);
	}
	if (url.username !== '' || url.password !== '') {
		return refuse('--endpoint must not hold a user name or a password.', endpointExample);
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		return refuse(`--endpoint has the scheme ${url.protocol} where only https: and http: are known.`, endpointExample);
	}
	if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
		return refuse('--endpoint must be a host only, without a path, a query or a fragment.', endpointExample);
	}
	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		return refuse(
			`--endpoint ${url.origin} would send the requests unencrypted; http: is for this machine only.`,
			`Use https://${url.host}, or a loopback address.`,
		);
	}
	return success({ origin: url.origin, host: url.host, region });
};

/**
 * Decides where requests go. The user's endpoint wins and needs no region; else the region's own host, public or VPC.
 * A region that the table does not know is used all the same when it has the shape of one.
 */
export const resolveEndpoint = (choice: EndpointChoice): Result<Endpoint> => {
	const region = findRegion(choice);
	const isShaped = region !== undefined && looksLikeRegion(region.value);
	if (region !== undefined && !isShaped && (choice.endpoint === undefined || region.name === '--region')) {
		return refuse(
			`${region.name}: ${JSON.stringify(region.value.slice(0, 60))} is not the id of a region.`,
			`Regions known to have the service:\n${regionList()}`,
		);
	}
	if (choice.endpoint !== undefined) {
		return ownEndpoint(choice.endpoint, isShaped ? region.value : undefined);
	}
	if (region === undefined) {
		return refuse(
			`No region: neither --region nor ${regionVariables[0]} nor the profile names one.`,
			`Give --region ID (or --endpoint URL). Regions known to have the service:\n${regionList()}`,
		);
	}
	const host = regionalHost(region.value, choice.isVpc);
	return success({ origin: `https://${host}`, host, region: region.value });
};
