import { exitCodes } from './exit-codes.ts';
import {
	connectionFlags,
	displayFlags,
	type Flag,
	newerParameterFlags,
	pageParameterFlags,
	waitFlags,
} from './flags.ts';
import { subcommands } from './subcommands.ts';

/** Columns of the help text, and where its explanations begin. Everything in it is ASCII, so a character is a cell. */
const width = 80;
const indent = 28;

/** Breaks at spaces, so that no line is longer than `room` unless a word is. */
const wrap = (text: string, room: number): readonly string[] => {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		if (line !== '' && line.length + 1 + word.length > room) {
			lines.push(line);
			line = word;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}
	return [...lines, line];
};

/** `--name`, `--name VALUE` with what is to stand `between` them, `--name[=VALUE]`. */
export const withValue = (name: string, { value, optional }: Flag, between = ' '): string =>
	`--${name}${value === undefined ? '' : optional === true ? `[=${value}]` : between + value}`;

/** The same with `[no-]` where the flag can be denied. */
export const longForm = (name: string, flag: Flag, between?: string): string =>
	withValue(flag.negates === true ? `[no-]${name}` : name, flag, between);

/** What a flag does, and the values that it can have. */
export const explained = ({ help, values }: Flag): string =>
	values === undefined ? help : `${help}: ${values.join(', ')}`;

const head = (name: string, flag: Flag): string =>
	`  ${flag.short === undefined ? '    ' : `-${flag.short}, `}${longForm(name, flag)}`;

const entry = ([name, flag]: readonly [string, Flag]): string => {
	const lines = wrap(explained(flag), width - indent);
	const start = head(name, flag);
	const below = lines.map(line => `${' '.repeat(indent)}${line}`);
	return start.length + 2 > indent
		? [start, ...below].join('\n')
		: [`${start.padEnd(indent)}${lines[0] ?? ''}`, ...below.slice(1)].join('\n');
};

const section = (title: string, entries: readonly (readonly [string, Flag])[]): string =>
	`${title}\n${entries.map(entry).join('\n')}\n`;

const usages: readonly (readonly [string, string])[] = [
	['[flags]', 'open the monitor'],
	['[flags] JOB_ID', 'open it on this job'],
	['--demo', 'try it without an account'],
	...Object.values(subcommands).map(({ usage, help }) => [usage, help] as const),
];

const usageLines = usages.map(([usage, help]) => `  dlctop ${usage}`.padEnd(indent) + help);

const codes = Object.values(exitCodes).map(({ code, meaning }) => `  ${String(code).padStart(3)}  ${meaning}`);

/** What `--help` prints, at most 80 columns wide. */
export const helpText = (): string =>
	[
		'dlctop: a live monitor for PAI-DLC jobs on Alibaba Cloud. It changes nothing.\n',
		`Usage\n${usageLines.join('\n')}\n`,
		section('Where to ask', Object.entries(connectionFlags)),
		section('Which jobs (the parameters of ListJobs)', pageParameterFlags),
		section('Which jobs, by parameters that only newer documents name', newerParameterFlags),
		section('How to show them', Object.entries(displayFlags)),
		section('How to wait (dlctop wait)', Object.entries(waitFlags)),
		'Keys: press ? in the monitor; dlctop man lists them all.\n',
		'A value is given as --flag=value or --flag value; the first takes any text.\n',
		`Exit codes\n${codes.join('\n')}\n  128 + n  ended by signal n\n`,
	].join('\n');
