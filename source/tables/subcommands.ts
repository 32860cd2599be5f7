import { connectionFlags, waitFlags } from './flags.ts';

/** A word after `dlctop` that does something else than showing jobs. Help, README, completion and the manual page read this table. */
export type Subcommand = {
	/** What stands behind `dlctop`. */
	readonly usage: string;
	/** One line, our words. */
	readonly help: string;
	/** The flags that go with it, by their long names; any other is refused. */
	readonly flags: readonly string[];
	/** The words it takes, where they are known. */
	readonly words?: readonly string[];
};

/** The shells that `dlctop completion` writes for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export const subcommands = {
	wait: {
		usage: 'wait JOB...',
		help: 'wait for the end of jobs; the exit code tells which',
		flags: [
			...Object.keys(waitFlags),
			...Object.keys(connectionFlags),
			'workspace-id',
			'show-own',
			'from-all-workspaces',
			'interval',
			'requests-per-minute',
			'log-file',
			'log-level',
			'config',
		],
	},
	completion: {
		usage: 'completion SHELL',
		help: `print the completion for ${shells.join(', ')}`,
		flags: [],
		words: shells,
	},
	man: { usage: 'man', help: 'print the manual page: dlctop man | man -l -', flags: [] },
} as const satisfies Record<string, Subcommand>;

export type SubcommandName = keyof typeof subcommands;

export const isSubcommand = (word: string | undefined): word is SubcommandName =>
	word !== undefined && Object.hasOwn(subcommands, word);
