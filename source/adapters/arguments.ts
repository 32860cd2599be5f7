import meow from 'meow';
import { failed, type Result, success } from '../model/failure.ts';
import { queryFrom } from '../model/from-parameters.ts';
import { parseQuery } from '../model/grammar/to-query.ts';
import type { Query } from '../model/query.ts';
import { parseColumnList } from '../tables/column-of.ts';
import type { FaultName } from '../tables/faults.ts';
import { flags, type Output, outputs } from '../tables/flags.ts';
import { isLogLevel, type LogLevel, logLevels, usualLogLevel } from '../tables/log-levels.ts';
import { checkParameters, parseParameter } from '../tables/parameter-values.ts';
import { flagName, type ListJobsParameters, parameterNames } from '../tables/parameters.ts';
import { type SettingId, settingOf } from '../tables/settings.ts';
import { inFlags } from '../tables/spelling.ts';
import { isSubcommand, subcommands } from '../tables/subcommands.ts';
import { splitArguments } from './argument-tokens.ts';
import { parseChaos } from './chaos-argument.ts';
import { type GivenLook, noLook, parseLook } from './look-arguments.ts';
import { type Command, isJobId, parseCommand } from './subcommand-words.ts';
import { readValue, wrongValue } from './wrong-value.ts';

/** What the command line says. Undefined and false: it said nothing. */
export type Arguments = {
	/** Only what was given. */
	readonly parameters: ListJobsParameters;
	/** In the grammar of the `/` prompt, known to be readable. */
	readonly filter: string | undefined;
	readonly region: string | undefined;
	readonly profile: string | undefined;
	readonly endpoint: string | undefined;
	readonly vpc: boolean;
	/** Certificates of authorities to trust as well. */
	readonly caFile: string | undefined;
	readonly demo: boolean;
	/** Faults of the embedded service. */
	readonly chaos: readonly FaultName[] | undefined;
	readonly requestTimeoutSeconds: number | undefined;
	readonly intervalSeconds: number | undefined;
	readonly maxJobs: number | undefined;
	readonly requestsPerMinute: number | undefined;
	/** Ids of the table of columns. */
	readonly columns: readonly string[] | undefined;
	readonly look: GivenLook;
	/** The name of a saved view. */
	readonly view: string | undefined;
	/** The settings file. */
	readonly config: string | undefined;
	readonly printConfig: boolean;
	/** Asked for by `--once`, or by an output form. */
	readonly once: boolean;
	readonly output: Output | undefined;
	/** A line for each change, in the form ndjson. */
	readonly watch: boolean;
	/** All pages. */
	readonly everything: boolean;
	readonly noColor: boolean;
	readonly ascii: boolean;
	/** The end of watched jobs is told by no bell, notice or title. */
	readonly noNotify: boolean;
	/** Secrets are not masked in the pane. */
	readonly showSecrets: boolean;
	readonly logFile: string | undefined;
	readonly logLevel: LogLevel;
	readonly jobId: string | undefined;
	/** What to do instead of showing jobs. */
	readonly command: Command | undefined;
};

type Given = { readonly values: ReadonlyMap<string, readonly string[]>; readonly words: readonly string[] };

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * meow strips quotes from values, takes a dash in one for a flag and `--no-` for a negation. It is therefore given places
 * in a list instead of the values, and names that cannot be misread.
 */
const parseWithMeow = (argv: readonly string[]): Result<Given, string> => {
	const split = splitArguments(argv);
	if (!split.ok) {
		return split;
	}
	const keyOf = (name: string): string => camelCase(`given-${name}`);
	// It is told of no others, since it prepares each of them. A name that is not in the table does not get this far.
	const given = new Set(split.value.flatMap(token => ('flag' in token ? [token.flag] : [])));
	const { flags: places, input } = meow({
		importMeta: import.meta,
		pkg: { name: 'dlctop' },
		description: false,
		autoHelp: false,
		autoVersion: false,
		argv: split.value.map((token, place) => ('word' in token ? String(place) : `--given-${token.flag}=${place}`)),
		flags: Object.fromEntries([...given].map(name => [keyOf(name), { type: 'string', isMultiple: true } as const])),
	});
	const at = (place: string): string => {
		const token = split.value[Number(place)];
		return token === undefined ? '' : 'word' in token ? token.word : token.value;
	};
	return success({
		values: new Map([...given].map(name => [name, (places[keyOf(name)] ?? []).map(at)])),
		words: input.map(at),
	});
};

const repeated = ({ values }: Given): string | undefined => {
	const name = [...values.keys()].find(key => flags.get(key)?.repeats !== true && (values.get(key)?.length ?? 0) > 1);
	return name === undefined ? undefined : `--${name} is given more than once`;
};

const parseParameters = ({ values }: Given, now: number): Result<ListJobsParameters, string> => {
	let parameters: ListJobsParameters = {};
	for (const name of parameterNames) {
		for (const raw of values.get(flagName(name)) ?? []) {
			const parsed = parseParameter(name, raw, now);
			if (!parsed.ok) {
				return parsed;
			}
			const value = typeof parsed.value === 'object' ? { ...parameters.Tags, ...parsed.value } : parsed.value;
			parameters = { ...parameters, [name]: value };
		}
	}
	const contradiction = checkParameters(parameters);
	return contradiction === undefined ? success(parameters) : failed(inFlags(contradiction.text));
};

const checkFilter = (raw: string | undefined, base: Query, now: number): Result<string | undefined, string> => {
	const query = parseQuery(raw ?? '', base, now);
	return query.ok ? success(raw) : failed(`--filter ${raw}: ${query.problem.message}`);
};

/** A number as the table of settings reads it. */
const parseNumber = (id: SettingId, raw: string | undefined): Result<number | undefined, string> => {
	const { flag, read } = settingOf(id);
	const parsed = readValue(flag, raw, read);
	return parsed.ok ? success(typeof parsed.value === 'number' ? parsed.value : undefined) : parsed;
};

const parseOutput = (raw: string | undefined): Result<Output | undefined, string> => {
	const output = outputs.find(form => form === raw);
	return raw === undefined || output !== undefined
		? success(output)
		: failed(wrongValue('output', raw, `give one of ${outputs.join(', ')}`));
};

const parseLogLevel = (raw: string = usualLogLevel): Result<LogLevel, string> =>
	isLogLevel(raw)
		? success(raw)
		: failed(wrongValue('log-level', raw, `give one of ${Object.keys(logLevels).join(', ')}`));

const parseJobId = ([jobId, second]: readonly string[]): Result<string | undefined, string> => {
	if (second !== undefined) {
		return failed(`${jobId} ${second}: give one job id`);
	}
	return jobId === undefined || isJobId(jobId)
		? success(jobId)
		: failed(`${jobId}: neither a flag nor a job id (dlc…) nor a subcommand (${Object.keys(subcommands).join(', ')})`);
};

/** What contradicts itself among flags that are each fine. */
const contradictionOf = ({ watch, once, output, everything, parameters }: Arguments): string | undefined => {
	if (watch && output !== 'ndjson') {
		return `--watch goes with -o ndjson${output === undefined ? '' : `, not with -o ${output}`}`;
	}
	return (watch || (everything && once)) && parameters.PageNumber !== undefined
		? `--page-number asks for one page, --${watch ? 'watch' : 'everything'} for all`
		: undefined;
};

/**
 * Reads a command line (without the program's own name). `now` is ms since the epoch: spans count back from it. The problem
 * is one sentence for the user that quotes what was typed. Neither prints nor ends anything.
 */
export const parseArguments = (argv: readonly string[], now: number): Result<Arguments, string> => {
	const given = parseWithMeow(argv);
	if (!given.ok) {
		return given;
	}
	const twice = repeated(given.value);
	if (twice !== undefined) {
		return failed(twice);
	}
	const text = (name: string): string | undefined => given.value.values.get(name)?.[0];
	const problems: string[] = [];
	const take = <Value>(parsed: Result<Value, string>): Value | undefined => {
		if (parsed.ok) {
			return parsed.value;
		}
		problems.push(parsed.problem);
		return undefined;
	};
	const givenFlags = [...given.value.values].flatMap(([name, values]) => (values.length === 0 ? [] : [name]));
	const command = take(parseCommand({ words: given.value.words, given: givenFlags, text }));
	const output = take(parseOutput(text('output')));
	const looked = take(parseLook(text, take(parseParameters(given.value, now)) ?? {}));
	const { parameters, look } = looked ?? { parameters: {}, look: noLook };
	const read: Arguments = {
		parameters,
		filter: take(checkFilter(text('filter'), queryFrom(parameters), now)),
		region: text('region'),
		profile: text('profile'),
		endpoint: text('endpoint'),
		vpc: text('vpc') !== undefined,
		caFile: text('ca-file'),
		demo: text('demo') !== undefined,
		chaos: take(parseChaos(text('chaos'), text('demo') !== undefined)),
		requestTimeoutSeconds: take(parseNumber('request-timeout', text('request-timeout'))),
		intervalSeconds: take(parseNumber('interval', text('interval'))),
		maxJobs: take(parseNumber('max-jobs', text('max-jobs'))),
		requestsPerMinute: take(parseNumber('requests-per-minute', text('requests-per-minute'))),
		columns: take(readValue('columns', text('columns'), parseColumnList)),
		look,
		view: text('view'),
		config: text('config'),
		printConfig: text('print-config') !== undefined,
		once: text('once') !== undefined || output !== undefined,
		output,
		watch: text('watch') !== undefined,
		everything: text('everything') !== undefined,
		noColor: text('no-color') !== undefined,
		ascii: text('ascii') !== undefined,
		noNotify: text('no-notify') !== undefined,
		showSecrets: text('show-secrets') !== undefined,
		logFile: text('log-file'),
		logLevel: take(parseLogLevel(text('log-level'))) ?? usualLogLevel,
		jobId: isSubcommand(given.value.words[0]) ? undefined : take(parseJobId(given.value.words)),
		command,
	};
	const [problem = contradictionOf(read)] = problems;
	return problem === undefined ? success(read) : failed(problem);
};
