import { showColumns } from '../chosen-columns.ts';
import { andThen, only, type Step } from '../effect.ts';
import { rearrange } from '../listing.ts';
import { sameLook } from '../look.ts';
import { fetchNow, setPeriod } from '../rounds.ts';
import { lookOf } from '../show-look.ts';
import type { State } from '../state.ts';
import { viewLook } from '../views/view-look.ts';
import { viewNamed } from '../views/views.ts';
import type { Configured } from './configuration.ts';

const sameColumns = (a: Configured, b: Configured): boolean => a.columns?.join() === b.columns?.join();

/** The part of the settings that nothing but the file changes while the monitor runs. */
const unchallenged = ({ maxJobs, requestsPerMinute, triage, keys, views, theme }: Configured) => ({
	maxJobs,
	requestsPerMinute,
	triage,
	keys,
	views,
	theme,
});

/** The rows in their new order, where thresholds decide it. */
const judgedAnew = (state: State): State => (state.arrangement.sort?.by === 'triage' ? rearrange(state) : state);

/** A view that was just saved is the one that is looked at, unless one has gone on to another look meanwhile. */
const knownAs = (state: State, name: string | undefined, at: number): State => {
	const { journey, settings } = state;
	const view = name === undefined ? undefined : viewNamed(settings.views, name);
	const look = lookOf(state);
	const saved = view === undefined ? undefined : viewLook(view, look, at);
	return view !== undefined && saved?.ok === true && sameLook(saved.value, look)
		? { ...state, journey: { ...journey, current: { look, view: view.name, ownColumns: journey.current?.ownColumns } } }
		: state;
};

/**
 * The settings file was read again. What is the same as before stays as the user has it now: an interval of `>` outlives a change
 * of the colours. `saved`: the view for which it was written.
 */
export const settingsRead = (state: State, next: Configured, notice: string, at: number, saved?: string): Step => {
	const former = state.settings.configured;
	const settings = { ...state.settings, ...unchallenged(next), configured: next };
	const told: State = judgedAnew({ ...state, settings });
	const shown = sameColumns(former, next) ? told : showColumns(told, next.columns);
	const paced: Step = former.periodMs === next.periodMs ? only(shown) : setPeriod(shown, next.periodMs);
	return andThen(
		andThen(paced, calm =>
			former.pageSize === next.pageSize
				? only(calm)
				: fetchNow({ ...calm, pageNumber: 1, settings: { ...calm.settings, pageSize: next.pageSize } }, at),
		),
		done => only(knownAs({ ...done, notice }, saved, at)),
	);
};
