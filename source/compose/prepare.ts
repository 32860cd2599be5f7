import type { Arguments } from '../adapters/arguments.ts';
import type { Environment } from '../adapters/environment.ts';
import { needsValue } from '../adapters/wrong-value.ts';
import { failed, type Result, success } from '../model/failure.ts';
import { viewNamed, viewsOf } from '../model/views/views.ts';
import type { SavedView } from '../tables/views.ts';
import { nearestOrAll } from '../text/nearest.ts';
import { withSettings } from './flag-settings.ts';
import { lendToEnvironment, type SetUp, setUp } from './set-up.ts';

/** What a run begins with. */
export type Start = {
	/** The command line, with what environment and settings file say where it says nothing. */
	readonly given: Arguments;
	/** The command line alone. */
	readonly typed: Arguments;
	/** The view to begin with. */
	readonly view: SavedView | undefined;
	readonly setUp: SetUp;
};

/** Settles flags, environment and settings file before anybody is asked. The problem is for the user. `now` gives ms since the epoch. */
export const prepare = async (
	given: Arguments,
	env: Environment,
	now: () => number,
): Promise<Result<Start, string>> => {
	const settled = await setUp(given, env, now);
	if (!settled.ok) {
		return settled;
	}
	const views = viewsOf(settled.value.config.views);
	const filled = withSettings(given, settled.value.settlement);
	const view = filled.view === undefined ? undefined : viewNamed(views, filled.view);
	if (filled.view !== undefined && view === undefined) {
		const names = views.all.map(({ name }) => name);
		const problem = filled.view.trim() === '' ? needsValue('view') : `there is no view ${filled.view}`;
		return failed(`${problem}${nearestOrAll(filled.view, names)}`);
	}
	lendToEnvironment(settled.value);
	return success({ given: filled, typed: given, view, setUp: settled.value });
};
