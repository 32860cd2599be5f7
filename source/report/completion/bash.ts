import { subcommands } from '../../tables/subcommands.ts';
import { type CompletedFlag, completedFlags, isFile } from './words.ts';

const spellings = ({ name, short }: CompletedFlag): readonly string[] => [
	`--${name}`,
	...(short === undefined ? [] : [`-${short}`]),
];

const valueCase = (flag: CompletedFlag): string => {
	const names = spellings(flag).join('|');
	if (isFile(flag)) {
		return `\t\t${names}) compopt -o filenames 2>/dev/null; _dlctop_reply "$(compgen -f -- "$cur")" ;;`;
	}
	if (flag.values.length === 0) {
		return `\t\t${names}) ;;`;
	}
	return `\t\t${names}) _dlctop_${flag.isList ? 'list' : 'words'} "${flag.values.join(' ')}" ;;`;
};

const subcommandCase = (name: string, flagNames: readonly string[], words: readonly string[]): string =>
	`\t\t${name}) words="${words.join(' ')}"; flags="${flagNames.map(flag => `--${flag}`).join(' ')} --help" ;;`;

/** Completion for bash, from the tables of flags and subcommands. It needs nothing but bash. */
export const bashCompletion = (): string => {
	const flags = completedFlags();
	const withValue = flags.filter(({ value }) => value !== undefined);
	const names: readonly string[] = Object.keys(subcommands);
	const perCommand = Object.entries(subcommands).map(([name, { flags: own, ...rest }]) =>
		subcommandCase(name, own, 'words' in rest ? rest.words : []),
	);
	return `# Completion of dlctop for bash. In ~/.bashrc: source <(dlctop completion bash)

_dlctop_reply() {
	local line
	while IFS= read -r line; do
		[[ -n $line ]] && COMPREPLY+=("$lead$line")
	done <<<"$1"
}

_dlctop_words() {
	_dlctop_reply "$(compgen -W "$1" -- "$cur")"
}

_dlctop_list() {
	local before=""
	[[ $cur == *,* ]] && before="\${cur%,*},"
	_dlctop_reply "$(compgen -P "$before" -W "$1" -- "\${cur##*,}")"
}

_dlctop() {
	local cur="\${COMP_WORDS[COMP_CWORD]}" flag="\${COMP_WORDS[COMP_CWORD-1]}" lead="" command="" words="" flags="" at word
	COMPREPLY=()
	# Where = breaks words, --flag=value comes as three of them; elsewhere as one.
	if [[ $cur == "=" ]]; then
		cur=""
	elif [[ $flag == "=" ]]; then
		flag="\${COMP_WORDS[COMP_CWORD-2]}"
	elif [[ $cur == --*=* ]]; then
		flag="\${cur%%=*}"
		lead="$flag="
		cur="\${cur#*=}"
	fi
	case "$flag" in
${withValue.map(valueCase).join('\n')}
		*) flag="" ;;
	esac
	[[ -n $flag ]] && return
	for ((at = 1; at < COMP_CWORD; at++)); do
		word="\${COMP_WORDS[at]}"
		case "$word" in
			${withValue.flatMap(spellings).join('|')})
				[[ \${COMP_WORDS[at+1]} == "=" ]] && ((at++))
				((at++)) ;;
			-*) ;;
			*) command="$word"; break ;;
		esac
	done
	case "$command" in
${perCommand.join('\n')}
		"") words="${names.join(' ')}"; flags="${flags.map(({ name }) => `--${name}`).join(' ')}" ;;
		*) flags="${flags.map(({ name }) => `--${name}`).join(' ')}" ;;
	esac
	if [[ $cur == -* ]]; then
		_dlctop_words "$flags"
	else
		_dlctop_words "$words"
	fi
}

complete -F _dlctop dlctop
`;
};
