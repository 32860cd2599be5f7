import { columnIds } from './columns.ts';
import { groupWords } from './group-keys.ts';
import { logLevels, usualLogLevel } from './log-levels.ts';
import type { Parameter } from './parameter.ts';
import { flagName, type ParameterName, parameterNames, parameters } from './parameters.ts';
import { sortWords } from './sort-keys.ts';
import { inFlags } from './spelling.ts';
import { statuses } from './statuses.ts';

/** One flag of the command line. */
export type Flag = {
	/** One line, our words. */
	readonly help: string;
	/** What stands for the value in the help; a flag without one is a switch. */
	readonly value?: string;
	readonly values?: readonly string[];
	/** One letter. */
	readonly short?: string;
	readonly repeats?: true;
	/** Also understood with `no-` before its name, and as `=true` and `=false`. */
	readonly negates?: true;
	/** May stand without its value, which is then `''`; the value comes after `=` only. */
	readonly optional?: true;
};

/** The period between polls, in seconds. */
export const intervalSeconds = { usual: 10, least: 2, most: 3600 } as const;

/** How long one request may take in all, in seconds. */
export const requestTimeoutSeconds = { usual: 45, least: 1, most: 300 } as const;

/** Jobs that everything loads at most. */
export const maxJobs = { usual: 5000, least: 100, most: 100_000 } as const;

/** List requests, so many at once and so many each minute. */
export const requestsPerMinute = { usual: 60, least: 10, most: 600 } as const;

/** Jobs on a page, where the service itself would send 10. */
export const usualPageSize = 50;

/** The forms in which a page can be printed. */
export const outputs = ['table', 'wide', 'json', 'ndjson', 'csv', 'quiet'] as const;
export type Output = (typeof outputs)[number];

export const connectionFlags = {
	region: { short: 'r', value: 'REGION', help: 'the region; else from the environment or the profile' },
	profile: { short: 'p', value: 'NAME', help: 'this profile of ~/.aliyun/config.json and nothing else' },
	endpoint: { value: 'URL', help: 'ask this address instead of the one of the region' },
	vpc: { help: "ask the region's address inside a VPC" },
	'ca-file': { value: 'FILE', help: 'trust the certificates in this file as well (PEM), for a private authority' },
	'request-timeout': {
		value: 'SECONDS',
		help: `give up a request after so long, ${requestTimeoutSeconds.least} to ${requestTimeoutSeconds.most}; ${requestTimeoutSeconds.usual} unless given`,
	},
	demo: { help: 'run against the embedded service; no account needed' },
	chaos: {
		value: 'NAMES',
		optional: true,
		help: 'with --demo: a service that misbehaves, in every way or in those named (see the README)',
	},
} as const satisfies Record<string, Flag>;

/** Flags of `dlctop wait` alone. */
export const waitFlags = {
	for: {
		value: 'GOAL',
		values: ['terminal', 'running', ...Object.keys(statuses)],
		help: 'what to wait for: an end, which must be Succeeded (terminal, unless given); that it ran; or one of these, with commas between',
	},
	timeout: { value: 'SPAN', help: 'give up after 90s, 30m, 2h, 1d12h; never unless given' },
} as const satisfies Record<string, Flag>;

export const displayFlags = {
	filter: { value: 'TERMS', help: 'only jobs that match, in the words of the / prompt: "status:Failed gpu>=8"' },
	interval: {
		value: 'SECONDS',
		help: `time between polls, ${intervalSeconds.least} to ${intervalSeconds.most}; ${intervalSeconds.usual} unless given`,
	},
	'max-jobs': {
		value: 'NUMBER',
		help: `most jobs that everything (e) loads; ${maxJobs.usual} unless given`,
	},
	'requests-per-minute': {
		value: 'NUMBER',
		help: `list requests a minute, ${requestsPerMinute.least} to ${requestsPerMinute.most}; ${requestsPerMinute.usual} unless given`,
	},
	columns: {
		value: 'LIST',
		values: columnIds,
		help: 'the columns to show, with commas between; also paths of an item, as Settings.Driver',
	},
	sort: {
		value: 'KEY[:asc|desc]',
		values: sortWords,
		help: 'the order of the rows, by a key of the service or of dlctop, which sorts what is loaded',
	},
	group: {
		value: 'KEY',
		values: [...groupWords, 'none'],
		help: 'group the rows of the screen; what is printed is not grouped',
	},
	wide: { help: 'every column there is room for, as | has it; printed, all of them' },
	view: { value: 'NAME', help: 'begin with this saved view; other flags go before it' },
	config: { value: 'FILE', help: 'the settings file; else ~/.config/dlctop/config.yaml' },
	afresh: { help: 'begin with no view, order, groups, columns or workspace of settings and former runs' },
	'print-config': { help: 'print each setting and where it came from, and end' },
	everything: { help: 'all pages, as e has it; several statuses or workspaces always are' },
	once: { help: 'print one page and end; so it does without a terminal' },
	watch: { help: 'with -o ndjson: a line for each change of all pages, until it is stopped' },
	output: { short: 'o', value: 'FORM', values: outputs, help: 'print one page in this form and end' },
	'no-color': { help: 'no colours; so does NO_COLOR in the environment' },
	ascii: { help: 'plain ASCII signs' },
	'no-notify': { help: 'no bell, notice or title when a watched job ends; only a line' },
	'show-secrets': { help: 'show passwords, tokens and keys in the detail pane instead of hiding them' },
	'log-file': { value: 'FILE', help: 'write one JSON line for each request and each change of polling' },
	'log-level': {
		value: 'LEVEL',
		values: Object.keys(logLevels),
		help: `how much of it; ${usualLogLevel} unless given`,
	},
	version: { help: 'print the version' },
	help: { help: 'print this text' },
} as const satisfies Record<string, Flag>;

const valueWord = {
	text: 'TEXT',
	'whole number': 'NUMBER',
	time: 'TIME',
	tags: 'NAME=VALUE',
	flag: undefined,
} as const;

const parameterFlag = (name: ParameterName): Flag => {
	const parameter: Parameter = parameters[name];
	const value = valueWord[parameter.type];
	const usual = name === 'PageSize' ? String(usualPageSize) : parameter.serviceDefault;
	const help = `${inFlags(parameter.help)}${parameter.type === 'tags' ? '; repeat for more' : ''}`;
	return {
		help: usual === undefined ? help : `${help} (default: ${usual})`,
		...(value === undefined ? { negates: true } : { value }),
		...(parameter.values === undefined ? {} : { values: parameter.values }),
		...(parameter.short === undefined ? {} : { short: parameter.short }),
		...(parameter.type === 'tags' ? { repeats: true } : {}),
	};
};

const flagOf = (name: ParameterName) => [flagName(name), parameterFlag(name)] as const;

/** The flags that are query parameters, by their long names; those of the API page and those that came later. */
export const pageParameterFlags: readonly (readonly [string, Flag])[] = parameterNames
	.filter(name => parameters[name].onPage)
	.map(flagOf);
export const newerParameterFlags: readonly (readonly [string, Flag])[] = parameterNames
	.filter(name => !parameters[name].onPage)
	.map(flagOf);

/** Every flag by its long name. */
export const flags: ReadonlyMap<string, Flag> = new Map<string, Flag>([
	...Object.entries(connectionFlags),
	...pageParameterFlags,
	...newerParameterFlags,
	...Object.entries(displayFlags),
	...Object.entries(waitFlags),
]);

/** Long names by their letters. */
export const longNames: ReadonlyMap<string, string> = new Map(
	[...flags].flatMap(([name, { short }]) => (short === undefined ? [] : [[short, name] as const])),
);

/** Words by which people look for flags that are called otherwise, where no likeness of letters leads to them. */
export const otherWords: ReadonlyMap<string, readonly string[]> = new Map([
	['window', ['start-time', 'end-time']],
	['since', ['start-time']],
	['until', ['end-time']],
	['user', ['username']],
	['mine', ['show-own']],
	['all', ['everything', 'no-show-own']],
	['quota', ['resource-quota-name']],
	['triage', ['sort']],
	['limit', ['page-size']],
	['format', ['output']],
	['json', ['output']],
]);
