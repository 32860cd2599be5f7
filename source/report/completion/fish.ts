import { subcommands } from '../../tables/subcommands.ts';
import { type CompletedFlag, completedFlags, isFile } from './words.ts';

/** Inside single quotes of fish only these two mean something. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const values = (flag: CompletedFlag): string => {
	if (flag.value === undefined) {
		return '';
	}
	if (isFile(flag)) {
		return ' -r -F';
	}
	const words = flag.values.join(' ');
	if (words === '') {
		return ' -x';
	}
	return ` -x -a ${quoted(flag.isList ? `(__fish_append , ${words})` : words)}`;
};

const line = (flag: CompletedFlag): string => {
	const short = flag.short === undefined ? '' : ` -s ${flag.short}`;
	return `complete -c dlctop${short} -l ${flag.name}${values(flag)} -d ${quoted(flag.help)}`;
};

/** Completion for fish, from the tables of flags and subcommands. */
export const fishCompletion = (): string => {
	const names = Object.keys(subcommands).join(' ');
	const commands = Object.entries(subcommands).flatMap(([name, subcommand]) => [
		`complete -c dlctop -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d ${quoted(subcommand.help)}`,
		...('words' in subcommand
			? [`complete -c dlctop -n '__fish_seen_subcommand_from ${name}' -a ${quoted(subcommand.words.join(' '))}`]
			: []),
	]);
	return `# Completion of dlctop for fish: dlctop completion fish > ~/.config/fish/completions/dlctop.fish
complete -c dlctop -f
${commands.join('\n')}
${completedFlags().map(line).join('\n')}
`;
};
