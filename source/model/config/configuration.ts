import type { KeyTable } from '../../tables/keymap.ts';
import type { Theme } from '../../tables/theme.ts';
import type { TriageThresholds } from '../../tables/triage-rules.ts';
import type { SavedView } from '../../tables/views.ts';
import type { Views } from '../views/views.ts';

/** A change of the settings file that the monitor itself makes. */
export type SettingsChange =
	| { readonly kind: 'save-view'; readonly view: SavedView }
	| { readonly kind: 'remove-view'; readonly name: string };

/** What flags, environment and settings file lead to, of all that can change while the monitor runs. */
export type Configured = {
	/** From the end of one answer to the next request, in ms. */
	readonly periodMs: number;
	/** Jobs on a page, 1 to 100. */
	readonly pageSize: number;
	/** Most jobs that a sweep loads. */
	readonly maxJobs: number;
	/** So many at once, and so many each minute. */
	readonly requestsPerMinute: number;
	/** Column ids in their order; undefined shows the default set. */
	readonly columns: readonly string[] | undefined;
	/** From where on triage calls a job worth a look. */
	readonly triage: TriageThresholds;
	readonly keys: KeyTable;
	readonly views: Views;
	readonly theme: Theme;
};
