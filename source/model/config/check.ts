import { keyTable, usualKeys } from '../../tables/keymap.ts';
import { isSettingId, type SettingId, type SettingValue, settingIds, settingOf } from '../../tables/settings.ts';
import { isThemeColorName, type ThemeColorName, themeColors, themeParts } from '../../tables/theme.ts';
import { isThresholdId, thresholdIds, thresholds } from '../../tables/thresholds.ts';
import { type TriageThresholds, usualThresholds } from '../../tables/triage-rules.ts';
import type { SavedView } from '../../tables/views.ts';
import { nearestWords } from '../../text/nearest.ts';
import { failed, type Result, success } from '../failure.ts';
import { checkKeys } from './check-keys.ts';
import { checkView } from './check-view.ts';
import type { Config } from './config.ts';
import type { Findings } from './findings.ts';
import { type Entry, type Misfit, type Tree, textsOf } from './tree.ts';

const sections = ['defaults', 'columns', 'views', 'keys', 'thresholds', 'theme'] as const;

/** The entries of a section; a misfit where it is no map. */
const entriesOf = (tree: Tree | undefined, name: string, example: string, { misfits }: Findings): readonly Entry[] => {
	if (tree === undefined || tree.kind === 'nothing') {
		return [];
	}
	if (tree.kind !== 'map') {
		misfits.push({ place: tree.place, message: `${name}: write names and values below it, as ${example}` });
		return [];
	}
	return tree.entries;
};

/** A value as one text: a list is its members with commas between. */
const textOf = (tree: Tree): string | undefined => {
	if (tree.kind === 'text') {
		return tree.text.trim();
	}
	return textsOf(tree)
		?.map(({ text }) => text)
		.join(',');
};

const readSetting = (id: SettingId, { value, place }: Entry, findings: Findings): SettingValue | undefined => {
	const text = textOf(value);
	const read =
		text === undefined ? failed(`write a value of the kind ${settingOf(id).value}`) : settingOf(id).read(text);
	if (read.ok) {
		findings.places.set(id, place);
		return read.value;
	}
	findings.misfits.push({ place: value.place, message: `${id}${text ? ` ${text}` : ''}: ${read.problem}` });
	return undefined;
};

const unknown = ({ key, place }: Entry, what: string, known: readonly string[], { misfits }: Findings): void => {
	misfits.push({ place, message: `${key}: there is no ${what} of this name${nearestWords(key, known)}` });
};

const underDefaults = settingIds.filter(id => settingOf(id).place === undefined);

const checkDefaults = (tree: Tree | undefined, findings: Findings): ReadonlyMap<SettingId, SettingValue> => {
	const values = new Map<SettingId, SettingValue>();
	for (const entry of entriesOf(tree, 'defaults', 'interval: 10', findings)) {
		if (!isSettingId(entry.key) || !underDefaults.includes(entry.key)) {
			unknown(entry, 'setting', underDefaults, findings);
		} else if (entry.value.kind !== 'nothing') {
			const value = readSetting(entry.key, entry, findings);
			if (value !== undefined) {
				values.set(entry.key, value);
			}
		}
	}
	return values;
};

const checkThresholds = (tree: Tree | undefined, findings: Findings): TriageThresholds => {
	let read: TriageThresholds = usualThresholds;
	for (const entry of entriesOf(tree, 'thresholds', 'restarts: 3', findings)) {
		const text = textOf(entry.value);
		if (!isThresholdId(entry.key)) {
			unknown(entry, 'threshold', thresholdIds, findings);
			continue;
		}
		const { field, read: readThreshold } = thresholds[entry.key];
		const value = readThreshold(text ?? '');
		if (value.ok) {
			read = { ...read, [field]: value.value };
			findings.places.set(`thresholds.${entry.key}`, entry.place);
		} else {
			findings.misfits.push({ place: entry.value.place, message: `${entry.key} ${text ?? ''}: ${value.problem}` });
		}
	}
	return read;
};

const checkTheme = (tree: Tree | undefined, findings: Findings): ReadonlyMap<string, ThemeColorName> => {
	const theme = new Map<string, ThemeColorName>();
	for (const entry of entriesOf(tree, 'theme', 'Running: green', findings)) {
		const part = themeParts.find(name => name.toLowerCase() === entry.key.toLowerCase());
		const color = textOf(entry.value)?.toLowerCase() ?? '';
		if (part === undefined) {
			unknown(entry, 'status', themeParts, findings);
		} else if (isThemeColorName(color)) {
			theme.set(part, color);
			findings.places.set(`theme.${part}`, entry.place);
		} else {
			const message = `${part} ${color}: give one of ${Object.keys(themeColors).join(', ')}`;
			findings.misfits.push({ place: entry.value.place, message });
		}
	}
	return theme;
};

const checkViews = (tree: Tree | undefined, findings: Findings, now: number): readonly SavedView[] => {
	const views: SavedView[] = [];
	for (const entry of entriesOf(tree, 'views', 'mine: {query: "mine:yes"}', findings)) {
		const view = checkView(entry, findings, now);
		const rival = views.find(({ key }) => key !== undefined && key === view?.key);
		if (view !== undefined && rival !== undefined) {
			findings.misfits.push({
				place: entry.place,
				message: `views ${rival.name} and ${view.name} both have the key ${view.key}`,
			});
		} else if (view !== undefined) {
			views.push(view);
		}
	}
	return views;
};

const inOrder = (misfits: readonly Misfit[]): readonly Misfit[] =>
	misfits.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);

/**
 * Reads a settings file. Everything that is wrong with it is named, each with its place and what to write instead; a view that asks
 * for something unknown is only a warning. `now` is ms since the epoch.
 */
export const checkConfig = (tree: Tree, now: number): Result<Config, readonly Misfit[]> => {
	const findings: Findings = { misfits: [], warnings: [], places: new Map() };
	const entries = entriesOf(tree, 'the file', '"defaults:", and below it "  interval: 10"', findings);
	const at = (name: string): Entry | undefined => entries.find(({ key }) => key === name);
	for (const entry of entries.filter(({ key }) => !sections.some(name => name === key))) {
		const advice = isSettingId(entry.key) ? '; it stands below defaults:' : nearestWords(entry.key, sections);
		findings.misfits.push({ place: entry.place, message: `${entry.key}: there is no section of this name${advice}` });
	}
	const values = new Map(checkDefaults(at('defaults')?.value, findings));
	const columns = at('columns');
	const ids =
		columns === undefined || columns.value.kind === 'nothing' ? undefined : readSetting('columns', columns, findings);
	if (ids !== undefined) {
		values.set('columns', ids);
	}
	const overrides = checkKeys(entriesOf(at('keys')?.value, 'keys', 'failed: x', findings), findings);
	const config: Config = {
		values,
		views: checkViews(at('views')?.value, findings, now),
		keys: overrides.size === 0 ? usualKeys : keyTable(overrides),
		thresholds: checkThresholds(at('thresholds')?.value, findings),
		theme: checkTheme(at('theme')?.value, findings),
		places: findings.places,
		warnings: findings.warnings,
	};
	return findings.misfits.length === 0 ? success(config) : failed(inOrder(findings.misfits));
};
