import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import type { Environment } from '../adapters/environment.ts';
import { placeToWrite, readSettingsText, settingsPath } from '../adapters/settings-file.ts';
import { writeWhole } from '../adapters/whole-file.ts';
import { type Config, emptyConfig } from '../model/config/config.ts';
import type { Configured, SettingsChange } from '../model/config/configuration.ts';
import { listOf, numberOf, resolveSettings, type Settlement, textOf } from '../model/config/resolve.ts';
import type { Misfit } from '../model/config/tree.ts';
import { failed, type Result, success } from '../model/failure.ts';
import { viewsOf } from '../model/views/views.ts';
import { intervalSeconds, maxJobs, requestsPerMinute, usualPageSize } from '../tables/flags.ts';
import { configVariable } from '../tables/own-variables.ts';
import { settingOf } from '../tables/settings.ts';
import { settingsOfFlags } from './flag-settings.ts';

/** What flags, environment and settings file lead to. */
export type SetUp = {
	/** The settings file, whether it is there or not; undefined without a home. */
	readonly path: string | undefined;
	readonly config: Config;
	readonly settlement: Settlement;
	/** The text of the file. */
	readonly text: string | undefined;
	/** What is wrong with the file without being a reason to refuse it, in words. */
	readonly warnings: readonly string[];
	/** Reads the file again. */
	readonly again: () => Promise<Result<SetUp, string>>;
};

/** A path as a person writes it. */
export const shortPath = (path: string): string => {
	const { HOME: home = '' } = process.env;
	return home !== '' && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
};

/** Mistakes of a file that are told at once. */
const mostTold = 5;

const told = (path: string, misfits: readonly Misfit[]): readonly string[] =>
	misfits.map(({ place: { line, column }, message }) => `${shortPath(path)}:${line}:${column}: ${message}`);

const toldAll = (path: string, misfits: readonly Misfit[]): string => {
	const lines = told(path, misfits.slice(0, mostTold));
	const more = misfits.length - lines.length;
	return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
};

type Read = { readonly text: string | undefined; readonly config: Config };

/** What reads YAML is loaded only where there is something to read. */
const readConfig = async (
	path: string | undefined,
	isNamed: boolean,
	now: () => number,
): Promise<Result<Read, string>> => {
	const text = path === undefined ? success(undefined) : readSettingsText(path);
	if (path === undefined || !text.ok) {
		return text.ok
			? success({ text: undefined, config: emptyConfig })
			: failed(`${shortPath(path ?? '')}: ${text.problem}`);
	}
	if (text.value === undefined) {
		return isNamed ? failed(`${path}: there is no such file`) : success({ text: undefined, config: emptyConfig });
	}
	const { readTree } = await import('../adapters/settings-tree.ts');
	const { checkConfig } = await import('../model/config/check.ts');
	const tree = readTree(text.value);
	const config = tree.ok ? checkConfig(tree.value, now()) : tree;
	return config.ok ? success({ text: text.value, config: config.value }) : failed(toldAll(path, config.problem));
};

/**
 * Reads the settings file, and settles what holds. The problem is for the user: a line for each mistake, with its place.
 * `now` gives ms since the epoch.
 */
export const setUp = async (given: Arguments, env: Environment, now: () => number): Promise<Result<SetUp, string>> => {
	const path = settingsPath(env, given.config);
	const isNamed = given.config !== undefined || (env[configVariable] ?? '') !== '';
	const read = await readConfig(path, isNamed, now);
	if (!read.ok) {
		return read;
	}
	const { config, text } = read.value;
	const settlement = resolveSettings(settingsOfFlags(given), env, config);
	if (!settlement.ok) {
		return settlement;
	}
	const warnings = told(path ?? '', config.warnings);
	const again = () => setUp(given, env, now);
	return success({ path, text, config, settlement: settlement.value, warnings, again });
};

/** The part of it that can change while the monitor runs. */
export const configuredBy = ({ config, settlement }: SetUp): Configured => ({
	periodMs: (numberOf(settlement, 'interval') ?? intervalSeconds.usual) * 1000,
	pageSize: numberOf(settlement, 'page-size') ?? usualPageSize,
	maxJobs: numberOf(settlement, 'max-jobs') ?? maxJobs.usual,
	requestsPerMinute: numberOf(settlement, 'requests-per-minute') ?? requestsPerMinute.usual,
	columns: listOf(settlement, 'columns'),
	triage: config.thresholds,
	keys: config.keys,
	views: viewsOf(config.views),
	theme: config.theme,
});

/** Region and profile of our own variables and of the file, under the names that signing in looks at. */
export const lendToEnvironment = ({ settlement }: SetUp): void => {
	for (const id of ['region', 'profile'] as const) {
		const { source } = settlement.get(id) ?? { source: { kind: 'default' } };
		const value = textOf(settlement, id);
		const [own, name] = settingOf(id).variables;
		const isOurs = source.kind === 'file' || (source.kind === 'variable' && 'name' in source && source.name === own);
		if (isOurs && name !== undefined && value !== undefined) {
			process.env[name] = value;
		}
	}
};

/** What a change came to: where it stands now. */
export const changeSettings = async (
	path: string | undefined,
	change: SettingsChange,
	now: () => number,
): Promise<Result<string, string>> => {
	if (path === undefined) {
		return failed('there is no home directory to keep settings in');
	}
	const read = await readConfig(path, false, now);
	if (!read.ok) {
		return failed(`nothing is saved as long as the file has a mistake: ${read.problem}`);
	}
	const text = readSettingsText(path);
	const place = placeToWrite(path);
	if (!text.ok || !place.ok) {
		return failed(`${shortPath(path)}: ${text.ok ? (place.ok ? '' : place.problem) : text.problem}`);
	}
	const { changedText } = await import('../adapters/settings-edit.ts');
	const changed = changedText(text.value, change);
	if (!changed.ok) {
		return changed;
	}
	const written = writeWhole(place.value.path, changed.value, place.value.mode);
	return written.ok ? success(shortPath(path)) : failed(`${shortPath(path)}: ${written.problem}`);
};
