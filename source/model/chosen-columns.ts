import { isPathColumn } from '../tables/column-of.ts';
import { columnIds } from '../tables/columns.ts';
import { allOf, widen } from './select/table.ts';
import type { Settings } from './settings.ts';
import type { State } from './state.ts';

/** The columns whose widths are kept: those of the table, and the paths that were chosen. */
export const measuredIds = ({ columns }: Pick<Settings, 'columns'>): readonly string[] =>
	columns === undefined ? columnIds : [...columnIds, ...columns.filter(isPathColumn)];

/** The state with these columns, those measured that never were. Undefined shows the usual ones. */
export const showColumns = (state: State, columns: readonly string[] | undefined): State => {
	const { listing, settings } = state;
	const next: State = { ...state, settings: { ...settings, columns } };
	if (listing === undefined) {
		return next;
	}
	const { loaded, widths, changes, asOf, verdicts } = listing;
	const fresh = columns?.filter(id => !widths.has(id)) ?? [];
	const measured = widen(widths, allOf(loaded), changes, asOf, verdicts, fresh);
	return { ...next, listing: { ...listing, widths: measured } };
};
