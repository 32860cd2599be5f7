import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Arguments, parseArguments } from '../../source/adapters/arguments.ts';
import { columnIds } from '../../source/tables/columns.ts';
import { faultNames } from '../../source/tables/faults.ts';
import { displayFlags, flags, otherWords, outputs, waitFlags } from '../../source/tables/flags.ts';
import { flagName, parameterNames, parameters, toQuery } from '../../source/tables/parameters.ts';
import { sortWords } from '../../source/tables/sort-keys.ts';

const now = Date.UTC(2026, 10, 23, 14, 3, 27);

const nothing: Arguments = {
	parameters: {},
	filter: undefined,
	region: undefined,
	profile: undefined,
	endpoint: undefined,
	vpc: false,
	caFile: undefined,
	demo: false,
	chaos: undefined,
	requestTimeoutSeconds: undefined,
	intervalSeconds: undefined,
	maxJobs: undefined,
	requestsPerMinute: undefined,
	columns: undefined,
	look: { sort: undefined, group: undefined, wide: false, afresh: false },
	once: false,
	output: undefined,
	watch: false,
	everything: false,
	noColor: false,
	ascii: false,
	noNotify: false,
	showSecrets: false,
	logFile: undefined,
	logLevel: 'info',
	jobId: undefined,
	view: undefined,
	config: undefined,
	printConfig: false,
	command: undefined,
};

const parse = (...argv: string[]) => {
	const parsed = parseArguments(argv, now);
	return parsed.ok ? parsed.value : parsed.problem;
};

describe('a command line', () => {
	const understood: readonly (readonly [string, Partial<Arguments>])[] = [
		['', {}],
		['--demo', { demo: true }],
		['dlc1k3b7x2m4f9qz', { jobId: 'dlc1k3b7x2m4f9qz' }],
		['--vpc dlc-20210126170216-mtl37 --ascii', { vpc: true, jobId: 'dlc-20210126170216-mtl37', ascii: true }],
		['-- dlc1', { jobId: 'dlc1' }],
		['-r cn-hangzhou -p=team -w268', { region: 'cn-hangzhou', profile: 'team', parameters: { WorkspaceId: '268' } }],
		['-o json', { output: 'json', once: true }],
		['-owide --no-color', { output: 'wide', once: true, noColor: true }],
		['--once', { once: true }],
		['--interval 2.5', { intervalSeconds: 2.5 }],
		['--columns status,GPUType', { columns: ['status', 'gpuType'] }],
		['--endpoint http://127.0.0.1:1', { endpoint: 'http://127.0.0.1:1' }],
		['--sort wait', { look: { ...nothing.look, sort: { by: 'wait', order: 'desc' } } }],
		['--sort=USER:desc --wide', { look: { ...nothing.look, sort: { by: 'user', order: 'desc' }, wide: true } }],
		['--sort finished:asc', { parameters: { SortBy: 'GmtFinishTime', Order: 'asc' } }],
		[
			'--sort gpus --sort-by DisplayName',
			{ parameters: { SortBy: 'DisplayName' }, look: { ...nothing.look, sort: { by: 'gpus', order: 'desc' } } },
		],
		['--group gpu-type --afresh', { look: { ...nothing.look, group: 'gpuType', afresh: true } }],
		['--group none --everything', { look: { ...nothing.look, group: 'none' }, everything: true }],
		['--no-show-own', { parameters: { ShowOwn: false } }],
		['--show-own', { parameters: { ShowOwn: true } }],
		['--show-own=false --page-size 20', { parameters: { ShowOwn: false, PageSize: 20 } }],
		['--numeric-range-field=X --numeric-range-min -5', { parameters: { NumericRangeField: 'X', NumericRangeMin: -5 } }],
		['--tags a=b --tags c=d=e --tags a=z', { parameters: { Tags: { a: 'z', c: 'd=e' } } }],
		['--start-time 7d', { parameters: { StartTime: '2026-11-16T14:03:27Z' } }],
		['--resource-id -x --username=--once', { parameters: { ResourceId: '-x', Username: '--once' } }],
	];
	test.each(understood)('is understood: %s', (line, given) => {
		expect(parse(...line.split(' ').filter(word => word !== ''))).toEqual({ ...nothing, ...given });
	});

	test.each([
		['--statsu Failed', '--statsu: there is no such flag; the nearest is --status'],
		['--no-demo', '--no-demo: there is no such flag; the nearest is --demo'],
		[
			'--sort foo',
			'--sort foo: there is no order foo; give one of name, created, finished, type, status, run, wait, gpus, restarts, priority, user, reason, triage',
		],
		['--sort creatd', '--sort creatd: there is no order creatd; the nearest is created'],
		[
			'--group foo',
			'--group foo: there is no group foo; give one of status, reason, user, quota, workspace, gpu-type, image, none',
		],
		['--window 7d', '--window: there is no such flag; see --start-time and --end-time'],
		['--since=24h', '--since=24h: there is no such flag; see --start-time'],
		['--user alice', '--user: there is no such flag; see --username'],
		['--wnidow 7d', '--wnidow: there is no such flag'],
		['-x', '-x: there is no such flag'],
		['--no-show-own=true', '--no-show-own takes no value'],
		['--once=yes', '--once takes no value'],
		['--region --once', '--region needs a value: --region=REGION'],
		['--region', '--region needs a value: --region=REGION'],
		['--status -r x', '--status needs a value: --status=TEXT'],
		['--page-size 500', '--page-size 500: ListJobs allows 1 to 100'],
		['--status Failed --status Running', '--status is given more than once'],
		['--show-own --no-show-own', '--show-own is given more than once'],
		['--interval 1', '--interval 1: give seconds from 2 to 3600'],
		['--interval 10s', '--interval 10s: give seconds from 2 to 3600'],
		['-o xml', '--output xml: give one of table, wide, json, ndjson, csv, quiet'],
		['--columns status,nmae', '--columns status,nmae: there is no column nmae; the nearest is name'],
		['--demo --chaos=hugee', '--chaos=hugee: there is no fault hugee; the nearest is huge'],
		['wait dlc1 --for runing', '--for runing: runing is no goal; the nearest is running'],
		['wait dlc1 --for terminal,Failed', '--for terminal,Failed: terminal stands alone'],
		['--columns status,,name', '--columns status,,name: write columns with commas between, as status,name'],
		['--interval=', '--interval needs a value: --interval=SECONDS'],
		['dlc1 dlc2', 'dlc1 dlc2: give one job id'],
		['list', 'list: neither a flag nor a job id (dlc…) nor a subcommand (wait, completion, man)'],
		['-', '-: neither a flag nor a job id (dlc…) nor a subcommand (wait, completion, man)'],
	])('is refused with a sentence: %s', (line, problem) => {
		expect(parse(...line.split(' '))).toBe(problem);
	});

	test.each([...otherWords])(
		'with a word that people use for another flag is pointed to one that there is: --%s',
		(word, names) => {
			const known = (name: string): boolean => flags.has(name) || flags.get(name.replace(/^no-/, ''))?.negates === true;
			expect(names.filter(name => !known(name))).toEqual([]);
			expect(flags.has(word)).toBe(false);
		},
	);

	test.each([
		['--columns foo', 'there is no column foo', [...columnIds, 'or a path of an item, as Settings.Driver']],
		['--demo --chaos=foo', 'there is no fault foo', faultNames],
		['--demo --chaos=foo,huge', 'there is no fault foo', faultNames],
		['wait dlc1 --for foo', 'foo is no goal', waitFlags.for.values],
		['--sort=', '--sort needs a value: --sort=KEY[:asc|desc]', sortWords],
		['--group=', '--group needs a value: --group=KEY', displayFlags.group.values],
		['--columns=', '--columns needs a value: --columns=LIST', columnIds],
		['--output=', '--output needs a value: --output=FORM', outputs],
		['--log-level=', '--log-level needs a value: --log-level=LEVEL', displayFlags['log-level'].values],
		['wait dlc1 --for=', '--for needs a value: --for=GOAL', waitFlags.for.values],
	])('with a value that is none of a list tells the list: %s', (line, problem, list) => {
		const told = parse(...line.split(' '));
		expect(told).toContain(`${problem}; give one of ${list.join(', ')}`);
	});

	test('that contradicts itself is refused', () => {
		expect(parse('--from-all-workspaces', '--no-show-own')).toMatch(/ShowOwn=true/);
	});

	test('is read without printing or ending anything', () => {
		const exitCode = process.exitCode;
		for (const argument of ['--version', '--help', '--wat', '-']) {
			parse(argument);
		}
		expect(process.exitCode).toBe(exitCode);
		expect(parse('--version')).toEqual(nothing);
	});
});

const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.constantFrom(
		'',
		'"q"',
		"'q'",
		'-x',
		'--once',
		'--',
		'-1',
		'=',
		'0',
		'true',
		'null',
		'__proto__',
		' x ',
		'1e3',
		'\n',
		'007',
	),
);
const freeTexts = parameterNames.filter(name => {
	const parameter: { readonly type: string; readonly values?: readonly string[] } = parameters[name];
	return parameter.type === 'text' && parameter.values === undefined && name !== 'NumericRangeField';
});

test('any text after --flag= comes back as it was, whatever flags stand around it', () => {
	const given = fc.uniqueArray(fc.tuple(fc.constantFrom(...freeTexts), anyText), {
		selector: ([name]) => name,
		maxLength: 6,
	});
	fc.assert(
		fc.property(given, anyText, (pairs, region) => {
			const argv = pairs.map(([name, value]) => `--${flagName(name)}=${value}`);
			expect(parse('--demo', ...argv, `--region=${region}`, '--once')).toEqual({
				...nothing,
				demo: true,
				once: true,
				region,
				parameters: Object.fromEntries(pairs),
			});
		}),
		{ numRuns: 500 },
	);
});

test.each(parameterNames)('the flag of %s takes its example, with = and with a space', name => {
	const { example, type } = parameters[name];
	const beside = name.startsWith('NumericRange')
		? ['--numeric-range-field=RequestGPU', '--numeric-range-min=8'].filter(
				flag => !flag.startsWith(`--${flagName(name)}=`),
			)
		: [];
	const given = parse(`--${flagName(name)}=${example}`, ...beside);
	const sent = typeof given === 'string' ? [] : toQuery(given.parameters);
	expect(sent).toContainEqual([name, type === 'tags' ? '{"team":"vision"}' : example]);
	if (type !== 'flag') {
		expect(parse(`--${flagName(name)}`, example, ...beside)).toEqual(given);
	}
});

test('no command line makes parsing throw, and every refusal says something', () => {
	const words = fc.oneof(
		anyText,
		fc.constantFrom(...[...flags.keys()].map(name => `--${name}`)),
		fc.constantFrom('-r', '-w', '-o', '-'),
	);
	fc.assert(
		fc.property(fc.array(words, { maxLength: 8 }), argv => {
			const parsed = parseArguments(argv, now);
			expect(parsed.ok || parsed.problem.length > 10).toBe(true);
		}),
		{ numRuns: 1000 },
	);
});

test.each([
	['--max-jobs', '200', 'maxJobs', 200],
	['--requests-per-minute', '600', 'requestsPerMinute', 600],
])('%s %s is taken, and a number out of its range is refused', (flag, raw, name, value) => {
	expect(parse(flag, raw)).toMatchObject({ [name]: value });
	for (const wrong of ['1', '9999999', 'many', '20.5']) {
		expect(parse(flag, wrong)).toMatch(new RegExp(`^${flag} ${wrong}: give a whole number from`));
	}
});
