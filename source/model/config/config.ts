import { type KeyTable, usualKeys } from '../../tables/keymap.ts';
import type { SettingId, SettingValue } from '../../tables/settings.ts';
import type { Theme } from '../../tables/theme.ts';
import { type TriageThresholds, usualThresholds } from '../../tables/triage-rules.ts';
import type { SavedView } from '../../tables/views.ts';
import type { Misfit, Place } from './tree.ts';

/** A settings file that was understood. */
export type Config = {
	readonly values: ReadonlyMap<SettingId, SettingValue>;
	readonly views: readonly SavedView[];
	readonly keys: KeyTable;
	readonly thresholds: TriageThresholds;
	readonly theme: Theme;
	/** Where each thing was said: `interval`, `views.big`, `keys.failed`, `thresholds.restarts`, `theme.Running`. */
	readonly places: ReadonlyMap<string, Place>;
	/** What is wrong with it without being a reason to refuse it. */
	readonly warnings: readonly Misfit[];
};

/** What holds without a settings file. */
export const emptyConfig: Config = {
	values: new Map(),
	views: [],
	keys: usualKeys,
	thresholds: usualThresholds,
	theme: new Map(),
	places: new Map(),
	warnings: [],
};
