import { type ArgumentCommand, argumentCommands } from '../tables/commands.ts';
import { type Binding, bindingsIn, keyLabel } from '../tables/keymap.ts';
import { statuses } from '../tables/statuses.ts';

/** One line of the help screen: a heading, or keys and what they do. */
export type HelpLine =
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'entry'; readonly keys: string; readonly text: string }
	| { readonly kind: 'blank' };

const groups: readonly Binding['group'][] = [
	'Move',
	'Look',
	'Filter and sort',
	'Views',
	'Mark and copy',
	'Poll',
	'Screen',
];

const entryOf = (binding: Binding, prefix = ''): HelpLine => ({
	kind: 'entry',
	keys: binding.keys.map(key => prefix + keyLabel(key)).join(' '),
	text: binding.help,
});

const section = (text: string, entries: readonly HelpLine[]): readonly HelpLine[] =>
	entries.length === 0 ? [] : [{ kind: 'heading', text }, ...entries, { kind: 'blank' }];

const sortKeys = bindingsIn('sort').filter(({ action }) => action.type === 'sort');
const copyKeys = bindingsIn('copy').filter(({ action }) => action.type === 'copy');

const withArguments: readonly (readonly [string, ArgumentCommand])[] = Object.entries(argumentCommands);
const commands = withArguments.map(
	([name, { argument, help }]): HelpLine => ({ kind: 'entry', keys: `:${name}`, text: `${argument}: ${help}` }),
);

const linesOf = (over: 'list' | 'detail' | 'logs'): readonly HelpLine[] => {
	const here = bindingsIn(over);
	const keys = groups.flatMap(group =>
		section(
			group,
			here
				.filter(binding => binding.group === group)
				.flatMap(binding => [
					entryOf(binding),
					...(binding.action.type === 'pick-sort' ? sortKeys.map(sort => entryOf(sort, 's ')) : []),
					...(binding.action.type === 'pick-copy' ? copyKeys.map(copy => entryOf(copy, 'C ')) : []),
					...(binding.action.type === 'prompt-command' ? commands : []),
				]),
		),
	);
	const signs = Object.entries(statuses).map(
		([name, { glyph, ascii }]): HelpLine => ({
			kind: 'entry',
			keys: `${glyph} ${ascii}`,
			text: name,
		}),
	);
	return [
		...keys,
		...section('Signs (with --ascii the second one)', [
			...signs,
			{ kind: 'entry', keys: '•', text: 'changed or appeared in one of the last two polls' },
			{ kind: 'entry', keys: '*', text: 'marked (before the row)' },
		]),
	];
};

const lines = { list: linesOf('list'), detail: linesOf('detail'), logs: linesOf('logs') };

/** Exactly what works where help was asked for, from the table that drives the keys. */
export const helpLines = (over: 'list' | 'detail' | 'logs'): readonly HelpLine[] => lines[over];
