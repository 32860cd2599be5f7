import { columnIds } from './columns.ts';
import { intervalSeconds } from './flags.ts';
import { groupWords } from './group-keys.ts';
import { regions } from './regions.ts';
import { sortWords } from './sort-keys.ts';

/** A command of the `:` line that takes an argument. The others are the keys of the key table, by their ids. */
export type ArgumentCommand = {
	/** What stands for the argument in help. */
	readonly argument: string;
	/** One line, no full stop. */
	readonly help: string;
	/** Words to complete with; where there is room for others, these are examples. */
	readonly words: readonly string[];
	/** It does something without an argument as well. */
	readonly alone?: true;
};

export const argumentCommands = {
	window: {
		argument: 'SPAN|FROM..TO',
		help: 'created in the last 36h, or within 2026-11-01..2026-11-09',
		words: ['24h', '36h', '7d', '30d', '90d'],
	},
	sort: {
		argument: 'KEY|usual',
		help: 'sort by a key; the same again flips',
		words: [...sortWords, 'usual'],
	},
	group: {
		argument: 'KEY|none',
		help: 'group by a key',
		words: [...groupWords, 'none'],
	},
	columns: {
		argument: 'LIST|usual',
		help: 'show these columns, with commas between: name,Settings.Driver',
		words: ['usual', ...columnIds],
	},
	region: { argument: 'ID', help: 'ask another region', words: regions.map(({ id }) => id) },
	profile: { argument: 'NAME', help: 'sign in as another profile of ~/.aliyun/config.json', words: [] },
	workspace: {
		argument: 'ID|NAME|all|default',
		help: 'ask about another workspace, or several with commas',
		words: ['all', 'default'],
	},
	view: { argument: 'NAME', help: 'look as a saved view does; alone, it tells their names', words: [], alone: true },
	save: { argument: 'NAME', help: 'save what you see as a view in the settings file', words: [] },
	unsave: { argument: 'NAME', help: 'take a view out of the settings file', words: [] },
	page: { argument: 'NUMBER', help: 'go to a page of the list', words: [] },
	interval: {
		argument: 'SECONDS',
		help: `time between polls, ${intervalSeconds.least} to ${intervalSeconds.most}`,
		words: ['5', '10', '30', '60', '300'],
	},
	watch: {
		argument: 'failed',
		help: 'a notice at the end of this job; of any job of the view that fails',
		words: ['failed'],
		alone: true,
	},
	unwatch: { argument: 'all', help: 'watch nothing more', words: ['all'], alone: true },
} as const satisfies Record<string, ArgumentCommand>;

export type ArgumentCommandId = keyof typeof argumentCommands;
