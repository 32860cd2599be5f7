import { exitCodes } from '../tables/exit-codes.ts';
import {
	connectionFlags,
	displayFlags,
	type Flag,
	newerParameterFlags,
	pageParameterFlags,
	waitFlags,
} from '../tables/flags.ts';
import { explained, longForm } from '../tables/help-text.ts';
import { type Binding, keyLabel, keymap } from '../tables/keymap.ts';
import { settingIds, settingOf } from '../tables/settings.ts';
import { subcommands } from '../tables/subcommands.ts';
import { files, variables } from '../tables/surroundings.ts';

/** Text for roff (groff_char(7), groff_man(7)): nothing in it is a request or an escape, and all of it is ASCII. */
const roff = (text: string): string =>
	text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll("'", '\\(aq')
		// The words of a macro stand in quotes of its own.
		.replaceAll('"', '\\(dq')
		.replaceAll('`', '\\(ga')
		.replaceAll('^', '\\(ha')
		.replaceAll('~', '\\(ti')
		.replace(/[^\n -~]/gu, sign => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
		.replace(/^\./gm, '\\&.');

const tagged = (tag: string, text: string): string => `.TP\n.B ${roff(tag)}\n${roff(text)}`;

const flagEntry = ([name, flag]: readonly [string, Flag]): string => {
	const long = longForm(name, flag, '=');
	return tagged(flag.short === undefined ? long : `-${flag.short}, ${long}`, explained(flag));
};

const flagSection = (title: string, entries: readonly (readonly [string, Flag])[]): string =>
	`.SS ${roff(title)}\n${entries.map(flagEntry).join('\n')}`;

const keySections = (): readonly string[] => {
	const bindings: readonly Binding[] = Object.values(keymap);
	return [...new Set(bindings.map(({ group }) => group))].map(group => {
		const entries = bindings
			.filter(binding => binding.group === group)
			.map(({ keys, help, modes }) => tagged(keys.map(keyLabel).join('  '), `${help} (${modes.join(', ')})`));
		return `.SS ${roff(group)}\n${entries.join('\n')}`;
	});
};

/** The variables of the settings, in the order in which they are looked at, then all others. */
const variableEntries = (): readonly string[] => [
	...settingIds.flatMap(id => {
		const { help, flag, variables: names, off = [] } = settingOf(id);
		return [
			tagged(names.join(', '), `${help} (--${flag})`),
			...off.map(name => tagged(name, `${help}: no, whatever it is set to, unless it is empty`)),
		];
	}),
	...variables.map(([names, help]) => tagged(names.join(', '), help)),
];

const examples: readonly (readonly [string, string])[] = [
	['dlctop --demo', 'try it without an account'],
	['dlctop -w 268 --no-show-own --filter "status:Running gpu>=8"', "everyone's big jobs of a workspace"],
	['dlctop wait dlc1k3b7x2m4f9qz --timeout 2h && ./evaluate.sh', 'go on when a job has succeeded'],
	["dlctop --once -o json | jq -r '.Jobs[].JobId'", 'the ids of one page'],
];

/** The manual page, section 1, from the same tables as the help and the README. */
export const manPage = (version: string): string =>
	[
		`.TH DLCTOP 1 "" "dlctop ${roff(version)}" "User Commands"`,
		'.SH NAME',
		'dlctop \\- a live terminal monitor for PAI\\-DLC jobs on Alibaba Cloud',
		'.SH SYNOPSIS',
		['[flags] [JOB_ID]', ...Object.values(subcommands).map(({ usage }) => usage)]
			.map(usage => `.B dlctop\n${roff(usage)}`)
			.join('\n.br\n'),
		'.SH DESCRIPTION',
		roff(
			'dlctop polls ListJobs, keeps one honest table on the screen, and never changes a job. It opens the monitor where stdin and stdout are terminals; elsewhere it prints one page.',
		),
		'.SH COMMANDS',
		...Object.values(subcommands).map(({ usage, help }) => tagged(`dlctop ${usage}`, help)),
		'.SH OPTIONS',
		roff('A value is given as --flag=value or --flag value; the first takes any text.'),
		flagSection('Where to ask', Object.entries(connectionFlags)),
		flagSection('Which jobs (the parameters of ListJobs)', [...pageParameterFlags, ...newerParameterFlags]),
		flagSection('How to show them', Object.entries(displayFlags)),
		flagSection('How to wait (dlctop wait)', Object.entries(waitFlags)),
		'.SH KEYS',
		roff('In the monitor, ? lists those that work where you are. Behind each key stands where it works.'),
		...keySections(),
		'.SH EXIT STATUS',
		...Object.values(exitCodes).map(({ code, meaning }) => tagged(String(code), meaning)),
		tagged('128 + n', 'ended by signal n'),
		'.SH ENVIRONMENT',
		roff(
			'A flag goes before a variable, a variable before the settings file. Of the several names of one setting the first one set is taken.',
		),
		...variableEntries(),
		'.SH FILES',
		...files.map(([name, text]) => tagged(name, text)),
		'.SH EXAMPLES',
		...examples.map(([line, text]) => tagged(line, text)),
		'',
	].join('\n');
