import { completions, splitCommand, takesArgument } from '../model/command-names.ts';
import { lineText } from '../model/line-editor.ts';
import type { State } from '../model/state.ts';
import { argumentCommands } from '../tables/commands.ts';
import { tail } from '../text/tail.ts';
import type { Piece } from './frame/styled-text.ts';

/** The words that the line may go on with; for an argument without a list, what it is. */
const candidates = (state: State, before: string): string => {
	const { name } = splitCommand(before);
	const words = completions(state, before);
	if (words.length === 0 && takesArgument(name)) {
		return `${argumentCommands[name].argument}: ${argumentCommands[name].help}`;
	}
	const told = name === 'workspace' ? state.places.workspaces : name === 'profile' ? state.places.profiles : undefined;
	const refused = told?.kind === 'refused' ? [`(no list: ${told.why})`] : [];
	return [...words, ...refused].join(' ');
};

/** The command line with a mark where the next character goes, and behind it what Tab chooses from. */
export const commandPieces = (state: State, width: number): readonly Piece[] => {
	const { mode } = state;
	if (mode.kind !== 'command') {
		return [];
	}
	const { line } = mode;
	const help = lineText(line) === '' ? 'a command by its name; Tab completes' : candidates(state, line.before);
	return [
		{ text: `:${tail(line.before, Math.max(1, width - 3))}` },
		{ text: '▏', bold: true },
		{ text: line.after },
		{ text: help === '' ? '' : `  ${help}`, dim: true },
	];
};
