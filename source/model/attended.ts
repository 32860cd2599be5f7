import type { Job } from './job.ts';
import { selectedJob } from './shown.ts';
import type { State } from './state.ts';

/** Where the keys are, also while a menu or a prompt lies over it. */
const placeOf = ({ mode }: State): string => ('over' in mode ? mode.over : mode.kind);

const logModes: ReadonlySet<string> = new Set(['logs', 'log-search', 'log-prompt']);
const paneModes: ReadonlySet<string> = new Set(['detail', 'search']);

/** Whether the job that has the keys' attention is one that was opened, not the selected row. */
export const attendsOne = (state: State): boolean => {
	const place = placeOf(state);
	return (logModes.has(place) && state.logs !== undefined) || (paneModes.has(place) && state.detail !== undefined);
};

/** The job that has the keys' attention: that of the logs, of the pane with all that GetJob told, else of the selected row. */
export const attendedJob = (state: State): Job | undefined => {
	const place = placeOf(state);
	if (logModes.has(place) && state.logs !== undefined) {
		return state.logs.job;
	}
	return paneModes.has(place) && state.detail !== undefined ? state.detail.merged : selectedJob(state);
};
