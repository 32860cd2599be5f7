import { type ArgumentCommand, argumentCommands } from '../tables/commands.ts';
import { type Binding, bindingsIn, type KeyTable, keyLabel, usualKeys } from '../tables/keymap.ts';
import { statuses } from '../tables/statuses.ts';
import type { Helped } from './mode.ts';
import { viewWords } from './views/view-words.ts';
import { keyOfView, usualViews, type Views } from './views/views.ts';

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

const pickedIn = (mode: 'sort' | 'copy', prefix: string, table: KeyTable): readonly HelpLine[] =>
	bindingsIn(mode, table)
		.filter(({ action }) => action.type === mode)
		.map(binding => entryOf(binding, `${prefix} `));

const withArguments: readonly (readonly [string, ArgumentCommand])[] = Object.entries(argumentCommands);
const commands = withArguments.map(
	([name, { argument, help }]): HelpLine => ({ kind: 'entry', keys: `:${name}`, text: `${argument}: ${help}` }),
);

/** A key of a view says which one it is now. */
const helpOf = (binding: Binding, { byKey }: Views): HelpLine => {
	const view = binding.action.type === 'show-view' ? byKey.get(binding.action.number) : undefined;
	const entry = entryOf(binding);
	return view === undefined || entry.kind !== 'entry'
		? entry
		: { ...entry, text: `view ${view.name}: ${viewWords(view)}` };
};

/** The heading of the saved views. */
export const viewsHeading = 'Views' satisfies Binding['group'];

/** Views without a key of their own are shown by name. */
const keylessViews = (views: Views): readonly HelpLine[] =>
	views.all
		.filter(({ name }) => keyOfView(views, name) === undefined)
		.map(view => ({ kind: 'entry', keys: `:view ${view.name}`, text: viewWords(view) }));

/** Exactly what works where help was asked for, with the keys and views as they are now. */
export const helpLines = (over: Helped, table = usualKeys, views = usualViews): readonly HelpLine[] => {
	const here = bindingsIn(over, table);
	const keys = groups.flatMap(group =>
		section(group, [
			...here
				.filter(binding => binding.group === group)
				.flatMap(binding => [
					helpOf(binding, views),
					...(binding.action.type === 'pick-sort' ? pickedIn('sort', keyLabel(binding.keys[0] ?? ''), table) : []),
					...(binding.action.type === 'pick-copy' ? pickedIn('copy', keyLabel(binding.keys[0] ?? ''), table) : []),
					...(binding.action.type === 'prompt-command' ? commands : []),
				]),
			...(group === viewsHeading && over === 'list' ? keylessViews(views) : []),
		]),
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
