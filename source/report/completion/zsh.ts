import { subcommands } from '../../tables/subcommands.ts';
import { type CompletedFlag, completedFlags, isFile } from './words.ts';

/** Inside single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Inside the brackets of a spec of _arguments. */
const explained = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');

const valueSpec = (flag: CompletedFlag): string => {
	if (flag.value === undefined) {
		return '';
	}
	const title = explained(flag.value);
	if (isFile(flag)) {
		return `:${title}:_files`;
	}
	const words = flag.values.join(' ');
	if (words === '') {
		return `:${title}: `;
	}
	return flag.isList ? `:${title}:_sequence -s , compadd - ${words}` : `:${title}:(${words})`;
};

const specs = (flag: CompletedFlag): readonly string[] => {
	const rest = `[${explained(flag.help)}]${valueSpec(flag)}`;
	const takes = flag.value === undefined ? '' : '=';
	const many = flag.repeats ? '*' : '';
	const long = quoted(`${many}--${flag.name}${takes}${rest}`);
	return flag.short === undefined ? [long] : [long, quoted(`-${flag.short}${takes === '' ? '' : '+'}${rest}`)];
};

/** Completion for zsh, from the tables of flags and subcommands. */
export const zshCompletion = (): string => {
	const described = Object.entries(subcommands).map(
		([name, { help }]) => `\t\t${quoted(`${name}:${explained(help)}`)}`,
	);
	const words = Object.entries(subcommands).flatMap(([name, subcommand]) =>
		'words' in subcommand ? [`\t\t\t${name}) compadd - ${subcommand.words.join(' ')} ;;`] : [],
	);
	return `#compdef dlctop
# Completion of dlctop for zsh. In ~/.zshrc: source <(dlctop completion zsh), or as _dlctop in a folder of fpath.

_dlctop() {
	local curcontext="$curcontext" state line
	local -a commands
	commands=(
${described.join('\n')}
	)
	_arguments -C -S \\
${completedFlags()
	.flatMap(specs)
	.map(spec => `\t\t${spec} \\`)
	.join('\n')}
		'1: :->first' '*: :->rest'
	case $state in
		first) _describe subcommand commands ;;
		rest)
			case $line[1] in
${words.join('\n')}
			esac
			;;
	esac
}

if [[ $funcstack[1] == _dlctop ]]; then
	_dlctop "$@"
else
	compdef _dlctop dlctop
fi
`;
};
