import type { Arguments } from '../adapters/arguments.ts';
import type { Output } from '../tables/flags.ts';
import { formOf } from './form-of.ts';

/** A flag about how the monitor looks, and the printed forms that honour it all the same. */
type Unprinted = {
	/** Whether the command line itself has it: what settings and views say besides is meant for the monitor. */
	readonly isGiven: (typed: Arguments) => boolean;
	readonly honouredBy: readonly Output[];
	readonly words: (form: Output) => string;
};

const unprinted: readonly Unprinted[] = [
	{
		isGiven: ({ look }) => look.group !== undefined && look.group !== 'none',
		honouredBy: [],
		words: () => '--group is for the monitor: what is printed is not grouped.',
	},
	{
		isGiven: ({ look }) => look.wide,
		honouredBy: ['table', 'wide'],
		words: form => `--wide is for tables: ${form} is printed as ever.`,
	},
	{
		isGiven: ({ columns }) => columns !== undefined,
		honouredBy: ['table', 'wide', 'csv'],
		words: form => `--columns is for tables and csv: ${form} has no columns.`,
	},
	{
		isGiven: ({ showSecrets }) => showSecrets,
		honouredBy: [],
		words: () => '--show-secrets is for the monitor: what is printed has its secrets hidden.',
	},
];

/** What of the command line, as typed, does nothing where jobs are printed: a sentence for each such flag. */
export const unprintedWords = (typed: Arguments): readonly string[] => {
	const form = formOf(typed);
	return unprinted
		.filter(({ isGiven, honouredBy }) => isGiven(typed) && !honouredBy.includes(form))
		.map(({ words }) => words(form));
};
