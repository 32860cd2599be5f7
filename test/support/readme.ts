import { sortText } from '../../source/model/views/view-look.ts';
import { columns } from '../../source/tables/columns.ts';
import { exitCodes } from '../../source/tables/exit-codes.ts';
import { faults } from '../../source/tables/faults.ts';
import { connectionFlags, displayFlags, type Flag } from '../../source/tables/flags.ts';
import { withValue } from '../../source/tables/help-text.ts';
import { type Binding, keyLabel, keymap } from '../../source/tables/keymap.ts';
import type { Parameter } from '../../source/tables/parameter.ts';
import { flagName, parameterNames, parameters } from '../../source/tables/parameters.ts';
import { serviceCodes } from '../../source/tables/service-codes.ts';
import { settingIds, settingOf } from '../../source/tables/settings.ts';
import { inFlags } from '../../source/tables/spelling.ts';
import { thresholdIds, thresholds, usualThreshold } from '../../source/tables/thresholds.ts';
import { builtInViews } from '../../source/tables/views.ts';
import { drawn } from './drawing.ts';
import { screens } from './readme-screens.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n');

const code = (text: string): string => `\`${text}\``;

const where: Readonly<Record<Binding['modes'][number], string>> = {
	list: 'list',
	detail: 'detail',
	help: 'help',
	'help-search': 'search in help',
	sort: 'after s',
	filter: 'prompt',
	form: 'form',
	copy: 'after C',
	command: 'command line',
	search: 'search in detail',
	comparison: 'differences',
	stats: 'figures',
	logs: 'logs',
	'log-search': 'search in logs',
	columns: 'column chooser',
	'column-search': 'search for a column',
	'log-prompt': 'prompt in logs',
};

const keys = (): string => {
	const bindings: readonly Binding[] = Object.values(keymap);
	return table(
		['key', 'does', 'where'],
		bindings.map(({ keys: names, help, modes }) => [
			names.map(name => code(keyLabel(name))).join(' '),
			help,
			modes.map(mode => where[mode]).join(', '),
		]),
	);
};

const flagRows = (flags: Readonly<Record<string, Flag>>): readonly (readonly string[])[] =>
	Object.entries(flags).map(([name, flag]) => [
		`${flag.short === undefined ? '' : `${code(`-${flag.short}`)} `}${code(withValue(name, flag))}`,
		flag.help,
	]);

const limits = ({ type, min, max, maxLength, values, match }: Parameter): string =>
	[
		type,
		...(min === undefined && max === undefined ? [] : [`${min ?? ''} to ${max ?? ''}`]),
		...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
		...(values === undefined ? [] : [values.map(code).join(' ')]),
		...(match === undefined ? [] : [match]),
		...(type === 'tags' ? ['repeat for more'] : []),
	].join(', ');

const parameterTable = (): string =>
	table(
		['flag', 'parameter', 'what', 'takes', 'page'],
		parameterNames.map(name => {
			const parameter: Parameter = parameters[name];
			return [
				code(`--${flagName(name)}`),
				code(name),
				inFlags(parameter.help),
				limits(parameter),
				parameter.onPage ? 'yes' : '',
			];
		}),
	);

/** The monitor as it is drawn, without its colours. */
const screen = async (): Promise<string> => {
	const { lines } = await drawn({ columns: 120, rows: 15 });
	return ['```', ...lines(), '```'].join('\n');
};

/** The sections of the README that the tables write, by their markers. */
export const generatedSections: Readonly<Record<string, () => string | Promise<string>>> = {
	screen,
	...screens,
	keys,
	flags: () => table(['flag', 'what'], [...flagRows(connectionFlags), ...flagRows(displayFlags)]),
	parameters: parameterTable,
	columns: () =>
		table(
			['column', 'title', 'what', 'shown'],
			Object.entries(columns).map(([id, column]) => [
				code(id),
				column.title,
				column.help,
				'wide' in column ? 'when asked for' : 'as a rule',
			]),
		),
	faults: () =>
		table(
			['fault', 'the service'],
			Object.entries(faults).map(([name, what]) => [code(name), what]),
		),
	'service-codes': () =>
		table(
			['Code', 'it says', 'do'],
			serviceCodes.map(({ family, message, next }) => [code(family), message, next ?? 'nothing: it is tried again']),
		),
	settings: () =>
		table(
			['setting', 'what', 'value', 'flag', 'variables', 'default'],
			settingIds.map(id => {
				const { help, value, flag, variables, off = [], usual, none = '', place } = settingOf(id);
				return [
					code(place === 'top' ? id : `defaults: ${id}`),
					help,
					value,
					code(`--${flag}`),
					[...variables, ...off].map(code).join(' '),
					usual === undefined ? none : typeof usual === 'boolean' ? (usual ? 'yes' : 'no') : String(usual),
				];
			}),
		),
	thresholds: () =>
		table(
			['threshold', 'what', 'default'],
			thresholdIds.map(id => [code(id), thresholds[id].help, usualThreshold(id)]),
		),
	views: () =>
		table(
			['key', 'view', 'asks for', 'order'],
			builtInViews.map(({ key, name, query, sort, everything }) => [
				code(String(key)),
				code(name),
				`${code(query)}${everything ? ', everything' : ''}`,
				sort === undefined ? 'the newest first' : code(sortText(sort)),
			]),
		),
	'exit-codes': () =>
		table(
			['exit code', 'means'],
			[
				...Object.values(exitCodes).map(({ code: number, meaning }) => [String(number), meaning]),
				['128 + n', 'ended by signal n'],
			],
		),
};
