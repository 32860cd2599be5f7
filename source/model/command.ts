import { parseColumnList } from '../tables/column-of.ts';
import { type ArgumentCommandId, argumentCommands } from '../tables/commands.ts';
import { intervalSeconds } from '../tables/flags.ts';
import { type Action, type Binding, type KeyMode, keyLabel } from '../tables/keymap.ts';
import { nearestWords } from '../text/nearest.ts';
import { groupBy } from './arrange.ts';
import { showColumns } from './chosen-columns.ts';
import { openChooser } from './columns/chooser.ts';
import { sayNoRoom } from './columns/no-room.ts';
import { type CommandMode, closeCommandLine, remember } from './command-line.ts';
import { bindingNamed, commandNames, splitCommand, takesArgument } from './command-names.ts';
import { andThen, only, type Step } from './effect.ts';
import { changeQuery, sortBy, usualOrder } from './filter.ts';
import { lineText } from './line-editor.ts';
import { groupKeyNamed, sortKeyNamed } from './named-keys.ts';
import { fetchNow, setPeriod } from './rounds.ts';
import { isSwept, type State } from './state.ts';
import { setProfile, setRegion, setWorkspace } from './switch-place.ts';
import { lastPage } from './turn-page.ts';
import { saveView, showNamed, tellViews, unsaveView } from './views/act-views.ts';
import { toggleWatch, unwatchAll, watchFailures } from './watch/toggle.ts';
import { parseWindow } from './window-words.ts';

const refuse = (state: State, notice: string): Step => only({ ...state, notice });

const setWindow = (state: State, text: string, at: number): Step => {
	const window = parseWindow(text, at);
	return window.ok
		? changeQuery(state, { ...state.query, window: window.value }, at)
		: refuse(state, `:window ${window.problem}`);
};

/** More words than this are better looked up by Tab. */
const mostNamed = 12;
const oneOf = (words: readonly string[]): string => (words.length > mostNamed ? '' : `; one of ${words.join(', ')}`);

const unknownWord = (state: State, id: ArgumentCommandId, text: string): Step =>
	refuse(
		state,
		`:${id} ${text}: unknown${nearestWords(text, argumentCommands[id].words) || oneOf(argumentCommands[id].words)}`,
	);

const setSort = (state: State, text: string, at: number): Step => {
	if (text === 'usual') {
		return usualOrder(state, at);
	}
	const by = sortKeyNamed(text);
	return by === undefined ? unknownWord(state, 'sort', text) : sortBy(state, by, at);
};

const setGroup = (state: State, text: string): Step => {
	const group = groupKeyNamed(text);
	if (group === undefined && text !== 'none') {
		return unknownWord(state, 'group', text);
	}
	return only(groupBy(state, group));
};

const setColumns = (state: State, text: string): Step => {
	if (text === 'usual') {
		return only(showColumns({ ...state, notice: 'the usual columns' }, undefined));
	}
	const columns = parseColumnList(text);
	return columns.ok
		? only(sayNoRoom(showColumns({ ...state, columnOffset: 0 }, columns.value)))
		: refuse(state, `:columns: ${columns.problem}`);
};

const setPage = (state: State, text: string, at: number): Step => {
	const last = lastPage(state);
	const pageNumber = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (isSwept(state)) {
		return refuse(state, 'all pages are here already');
	}
	return pageNumber < 1 || pageNumber > last
		? refuse(state, `:page ${text}: give a page from 1 to ${last}`)
		: fetchNow({ ...state, pageNumber }, at);
};

const setInterval = (state: State, text: string): Step => {
	const { least, most } = intervalSeconds;
	const seconds = /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
	return seconds >= least && seconds <= most
		? setPeriod(state, seconds * 1000)
		: refuse(state, `:interval ${text}: give seconds from ${least} to ${most}`);
};

const setWatch = (state: State, argument: string, at: number): Step => {
	if (argument === '') {
		return only(toggleWatch(state));
	}
	return argument === 'failed' ? only(watchFailures(state, at)) : unknownWord(state, 'watch', argument);
};

const worksAlone = (id: ArgumentCommandId): boolean => 'alone' in argumentCommands[id];

/** A command of one of the argument commands. All of them are about the list, whoever has the keys. */
const runWithArgument = (state: State, id: ArgumentCommandId, argument: string, at: number): Step => {
	switch (id) {
		case 'window':
			return setWindow(state, argument, at);
		case 'sort':
			return setSort(state, argument, at);
		case 'group':
			return setGroup(state, argument);
		case 'columns':
			return setColumns(state, argument);
		case 'region':
			return setRegion(state, argument);
		case 'profile':
			return setProfile(state, argument);
		case 'workspace':
			return setWorkspace(state, argument, at);
		case 'view':
			return argument === '' ? tellViews(state) : showNamed(state, argument, at);
		case 'save':
			return saveView(state, argument);
		case 'unsave':
			return unsaveView(state, argument);
		case 'page':
			return setPage(state, argument, at);
		case 'interval':
			return setInterval(state, argument);
		case 'watch':
			return setWatch(state, argument, at);
		case 'unwatch':
			return argument === '' || argument === 'all' ? only(unwatchAll(state)) : unknownWord(state, 'unwatch', argument);
	}
};

/** A key of the sort picker or of the copy menu only waits for `s` or `C` before it; one that goes back means what is open now. */
const reachable = ({ modes, action }: Binding, over: CommandMode['over']): boolean =>
	modes.includes(over) ||
	(modes.includes('copy') && action.type === 'copy' && over !== 'comparison') ||
	(modes.includes('sort') && over === 'list' && (action.type === 'sort' || action.type === 'invert-sort'));

const placeWords: Readonly<Partial<Record<KeyMode, string>>> = {
	detail: 'in the detail pane',
	comparison: 'in the differences',
	sort: 'in the list',
	filter: 'in the filter prompt',
	form: 'in the filter form',
	search: "in the pane's search",
	copy: 'in the copy menu',
	'help-search': 'in the search of the help',
	'log-search': 'in the search of the logs',
	'log-prompt': 'in the prompts of the logs',
	command: 'on the command line',
};

type Over = CommandMode['over'];
type Act = (state: State, action: Action, at: number) => Step;

const runBinding = (state: State, name: string, binding: Binding, over: Over, at: number, act: Act): Step => {
	if (reachable(binding, over)) {
		return act(state, binding.action, at);
	}
	const places = [...new Set(binding.modes.map(mode => placeWords[mode] ?? `in the ${mode}`))].join(', ');
	return refuse(state, `:${name} works ${places}: ${binding.keys.map(keyLabel).join(' ')}`);
};

/** Logs and differences cover the list, so a word says that it has heard. */
const saidOver = (over: Over, text: string, [state, effects]: Step): Step => [
	over === 'logs' || over === 'comparison'
		? { ...state, notice: state.notice ?? `in the list: ${text.trim()}` }
		: state,
	effects,
];

const runText = (state: State, text: string, over: Over, at: number, act: Act): Step => {
	const { name, argument } = splitCommand(text);
	const binding = bindingNamed(name);
	if (name === 'columns' && argument === '') {
		if (over === 'logs' || over === 'comparison') {
			return refuse(state, ':columns works in the list and in the detail pane; with names behind it everywhere');
		}
		return only(openChooser({ ...state, mode: { kind: 'list' } }));
	}
	if (takesArgument(name) && (argument !== '' || binding === undefined || worksAlone(name))) {
		return argument === '' && !worksAlone(name)
			? refuse(state, `:${name} ${argumentCommands[name].argument}: ${argumentCommands[name].help}`)
			: saidOver(over, text, runWithArgument(state, name, argument, at));
	}
	if (binding === undefined) {
		return refuse(state, `:${name}: no such command${nearestWords(name, commandNames, name => `:${name}`)}`);
	}
	return argument === ''
		? runBinding(state, name, binding, over, at, act)
		: refuse(state, `:${name} takes no argument`);
};

/** A command about the list leaves the screen over it open, and that one has the keys. */
const withKeysWhereSeen = (state: State, over: Over): State => {
	const isOpen = (over === 'logs' && state.logs) || (over === 'comparison' && state.comparison);
	return isOpen && state.mode.kind === 'list' ? { ...state, mode: { kind: over } } : state;
};

/** `enter`: closes the line, remembers it and runs it. `act` carries out what a key orders. */
export const runCommand = (state: State, at: number, act: Act): Step => {
	if (state.mode.kind !== 'command') {
		return only(state);
	}
	const { over, line } = state.mode;
	const text = lineText(line).trim();
	const closed = closeCommandLine(state);
	return text === ''
		? only(closed)
		: andThen(runText({ ...closed, commands: remember(closed.commands, text) }, text, over, at, act), next =>
				only(withKeysWhereSeen(next, over)),
			);
};
