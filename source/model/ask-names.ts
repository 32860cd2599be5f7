import { splitCommand } from './command-names.ts';
import { only, type Step } from './effect.ts';
import type { Failure } from './failure.ts';
import { lineText } from './line-editor.ts';
import type { Known, Places, Told } from './places.ts';
import type { State } from './state.ts';

type List = 'profiles' | 'workspaces';

const listOf: Readonly<Record<string, List>> = { profile: 'profiles', workspace: 'workspaces' };

/** The list that completion wants now: that of the command whose argument is being typed. */
const wantedList = ({ mode, settings }: State): List | undefined => {
	if (mode.kind !== 'command') {
		return undefined;
	}
	const text = lineText(mode.line);
	const { name } = splitCommand(text);
	const list = Object.hasOwn(listOf, name) && /\S\s/.test(text) ? listOf[name] : undefined;
	return settings.demo && list === 'profiles' ? undefined : list;
};

const withTold = (state: State, list: List, told: Told): State => {
	const places: Places = { ...state.places, [list]: told };
	return { ...state, places };
};

/** What follows every event: asks for a list of names when it is first wanted. */
export const askForNames = (state: State): Step => {
	const list = wantedList(state);
	if (list === undefined || state.places[list].kind !== 'unasked') {
		return only(state);
	}
	const request = state.lastRequest + 1;
	const asking = withTold({ ...state, lastRequest: request }, list, { kind: 'asking', request });
	return [asking, [{ type: 'ask-names', request, list }]];
};

const awaited = ({ places }: State, request: number): List | undefined => {
	const waits = (told: Told): boolean => told.kind === 'asking' && told.request === request;
	if (waits(places.profiles)) {
		return 'profiles';
	}
	return waits(places.workspaces) ? 'workspaces' : undefined;
};

/** A list of names came; that of a place which one has left is dropped. */
export const namesTold = (state: State, request: number, names: readonly Known[]): Step => {
	const list = awaited(state, request);
	return only(list === undefined ? state : withTold(state, list, { kind: 'told', names }));
};

/** Nobody is troubled by a refusal but who looks for names: completion says so. */
export const namesRefused = (state: State, request: number, { Code, message }: Failure): Step => {
	const list = awaited(state, request);
	return only(list === undefined ? state : withTold(state, list, { kind: 'refused', why: Code ?? message }));
};
