import { writeOut } from '../adapters/standard-output.ts';
import type { Command } from '../adapters/subcommand-words.ts';
import { bashCompletion } from '../report/completion/bash.ts';
import { fishCompletion } from '../report/completion/fish.ts';
import { zshCompletion } from '../report/completion/zsh.ts';
import { manPage } from '../report/man-page.ts';
import { exitCodes } from '../tables/exit-codes.ts';
import { complain } from './complain.ts';

const completions = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** `dlctop completion` and `dlctop man`: dlctop about itself, without a service. */
export const describe = async (command: Exclude<Command, { kind: 'wait' }>, version: string): Promise<number> => {
	const unwritten = await writeOut(command.kind === 'man' ? manPage(version) : completions[command.shell]());
	if (unwritten === undefined) {
		return exitCodes.done.code;
	}
	complain(unwritten);
	return exitCodes.fault.code;
};
