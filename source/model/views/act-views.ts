import type { SavedView } from '../../tables/views.ts';
import { nearestWords } from '../../text/nearest.ts';
import { only, type Step } from '../effect.ts';
import { viewsHeading } from '../help.ts';
import { openHelp } from '../help-screen.ts';
import { lookOf } from '../show-look.ts';
import type { State } from '../state.ts';
import { goToView } from '../walk.ts';
import { lookAsView, viewLook } from './view-look.ts';
import { isViewName, viewNameAdvice, viewNamed } from './views.ts';

const refuse = (state: State, notice: string): Step => only({ ...state, notice });

/** Looks at the jobs as a view says. What of it nobody understands is told; a query that cannot be read leaves everything as it is. */
const showView = (state: State, view: SavedView, at: number): Step => {
	const columns = state.journey.current?.ownColumns;
	const look = viewLook(view, { ...lookOf(state), columns }, at);
	if (!look.ok) {
		return refuse(state, look.problem);
	}
	const notice = view.problem === undefined ? state.notice : `view ${view.name}: ${view.problem}`;
	return goToView({ ...state, notice }, look.value, view.name, at);
};

/** `1` to `9`. */
export const showNumber = (state: State, number: number, at: number): Step => {
	const view = state.settings.views.byKey.get(number);
	return view === undefined
		? refuse(state, `no view has the key ${number}: :save NAME makes one of what you see`)
		: showView(state, view, at);
};

/** `:view` alone: every view with its key and what it holds, in the help. */
export const tellViews = (state: State): Step => only(openHelp({ ...state, mode: { kind: 'list' } }, viewsHeading));

/** `:view NAME`. */
export const showNamed = (state: State, name: string, at: number): Step => {
	const { views } = state.settings;
	const view = viewNamed(views, name);
	const names = views.all.map(known => known.name);
	return view === undefined
		? refuse(state, `:view ${name}: there is no such view${nearestWords(name, names)}`)
		: showView(state, view, at);
};

/** `:save NAME`: the present look becomes a view of the settings file; the answer comes as an event. */
export const saveView = (state: State, name: string): Step =>
	isViewName(name)
		? [state, [{ type: 'change-settings', change: { kind: 'save-view', view: lookAsView(name, lookOf(state)) } }]]
		: refuse(state, `:save ${name}: ${viewNameAdvice}`);

/** `:unsave NAME`. A built-in view is no entry of the file. */
export const unsaveView = (state: State, name: string): Step => {
	const view = viewNamed(state.settings.views, name);
	return view === undefined
		? refuse(state, `:unsave ${name}: there is no such view`)
		: [state, [{ type: 'change-settings', change: { kind: 'remove-view', name: view.name } }]];
};
