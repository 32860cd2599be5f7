import type { Arguments } from './arguments.ts';

/** The flags that connect as these arguments did. The region is the one they led to, wherever it came from. */
export const sameConnection = (given: Arguments, region: string): readonly string[] => [
	...(given.demo || region === '' ? [] : [`--region=${region}`]),
	...(given.profile === undefined ? [] : [`--profile=${given.profile}`]),
	...(given.endpoint === undefined ? [] : [`--endpoint=${given.endpoint}`]),
	...(given.vpc ? ['--vpc'] : []),
	...(given.caFile === undefined ? [] : [`--ca-file=${given.caFile}`]),
	...(given.demo ? ['--demo'] : []),
	...(given.chaos === undefined ? [] : [`--chaos=${given.chaos.join(',')}`]),
	...(given.requestTimeoutSeconds === undefined ? [] : [`--request-timeout=${given.requestTimeoutSeconds}`]),
	...(given.maxJobs === undefined ? [] : [`--max-jobs=${given.maxJobs}`]),
	...(given.requestsPerMinute === undefined ? [] : [`--requests-per-minute=${given.requestsPerMinute}`]),
	...(given.noColor ? ['--no-color'] : []),
	...(given.ascii ? ['--ascii'] : []),
];
