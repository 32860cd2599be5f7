import process from 'node:process';
import { writeOut } from '../adapters/standard-output.ts';
import { kebab } from '../model/command-names.ts';
import type { Source } from '../model/config/resolve.ts';
import { keyOfView, viewsOf } from '../model/views/views.ts';
import { type ConfigRow, configText } from '../report/config-text.ts';
import { exitCodes } from '../tables/exit-codes.ts';
import { type Binding, isCommandId, keyLabel, keymap } from '../tables/keymap.ts';
import { configVariable } from '../tables/own-variables.ts';
import { type SettingValue, settingIds, settingOf } from '../tables/settings.ts';
import { thresholdIds, thresholds } from '../tables/thresholds.ts';
import { complain } from './complain.ts';
import type { Start } from './prepare.ts';
import { type SetUp, shortPath } from './set-up.ts';
import { signIn } from './sign-in.ts';

const valueText = (value: SettingValue): string => {
	if (typeof value === 'boolean') {
		return value ? 'yes' : 'no';
	}
	return typeof value === 'object' ? value.join(',') : String(value);
};

const filePlace = ({ path }: SetUp, line: number | undefined): string =>
	line === undefined ? 'default' : `${shortPath(path ?? '')}:${line}`;

const sourceText = (setUp: SetUp, source: Source): string => {
	switch (source.kind) {
		case 'flag':
		case 'variable':
			return source.name;
		case 'file':
			return filePlace(setUp, source.line);
		case 'default':
			return 'default';
	}
};

/** Keys and where they come from; the region is the profile's where nothing else names one. */
const signedIn = async ({ given }: Start, version: string) => {
	if (given.demo) {
		return { source: 'none needed', region: undefined };
	}
	const found = await signIn({ profile: given.profile, authorities: undefined, version });
	return found.ok
		? { source: found.value.source, region: found.value.profileRegion }
		: { source: `none: ${found.problem.message.split(/\.? Tried:|\n/)[0] ?? ''}`, region: undefined };
};

const settingRows = ({ setUp }: Start, profileRegion: string | undefined): readonly ConfigRow[] =>
	settingIds.map(id => {
		const { value, source } = setUp.settlement.get(id) ?? { value: undefined, source: { kind: 'default' } as const };
		if (id === 'region' && value === undefined && profileRegion !== undefined) {
			return { name: id, value: profileRegion, source: 'the profile' };
		}
		const words = value === undefined ? (settingOf(id).none ?? '') : valueText(value);
		return { name: id, value: words, source: sourceText(setUp, source) };
	});

const thresholdRows = (setUp: SetUp): readonly ConfigRow[] =>
	thresholdIds.map(id => {
		const { field, print } = thresholds[id];
		const value = print(setUp.config.thresholds[field]);
		return { name: id, value, source: filePlace(setUp, setUp.config.places.get(`thresholds.${id}`)?.line) };
	});

const viewRows = (setUp: SetUp): readonly ConfigRow[] => {
	const views = viewsOf(setUp.config.views);
	return views.all.map(({ name, query }) => ({
		name: `${keyOfView(views, name) ?? ' '} ${name}`,
		value: query === '' ? 'all jobs' : query,
		source: filePlace(setUp, setUp.config.places.get(`views.${name}`)?.line),
	}));
};

/** Only what is bound otherwise than usual: the rest is the key table. */
const keyRows = (setUp: SetUp): readonly ConfigRow[] => {
	const { keys, places } = setUp.config;
	return Object.entries<Binding>(keymap).flatMap(([id, usual]) => {
		const place = places.get(`keys.${id}`);
		const bound = keys.bindings.find(({ action, modes }) => action === usual.action && modes === usual.modes);
		return place === undefined || !isCommandId(id)
			? []
			: [
					{
						name: kebab(id),
						value: bound?.keys.map(keyLabel).join(' ') ?? 'none',
						source: filePlace(setUp, place.line),
					},
				];
	});
};

const themeRows = (setUp: SetUp): readonly ConfigRow[] =>
	[...setUp.config.theme].map(([name, value]) => ({
		name,
		value,
		source: filePlace(setUp, setUp.config.places.get(`theme.${name}`)?.line),
	}));

/** `--print-config`: what holds and where it came from. Needs no account, and asks the service nothing. */
export const printConfig = async (start: Start, version: string): Promise<number> => {
	const { setUp, given } = start;
	const { source, region } = await signedIn(start, version);
	const named = given.config === undefined ? 'default' : '--config';
	const fromVariable = given.config === undefined && (process.env[configVariable] ?? '') !== '';
	const file: ConfigRow = {
		name: 'settings file',
		value: `${shortPath(setUp.path ?? 'none')}${setUp.text === undefined ? ' (not there)' : ''}`,
		source: fromVariable ? configVariable : named,
	};
	for (const warning of setUp.warnings) {
		complain(warning);
	}
	const unwritten = await writeOut(
		configText([
			{ title: 'Sources', rows: [file, { name: 'credentials', value: source, source: '' }] },
			{ title: 'Settings', rows: settingRows(start, region) },
			{ title: 'Views', rows: viewRows(setUp) },
			{ title: 'Thresholds of triage', rows: thresholdRows(setUp) },
			{ title: 'Keys', rows: keyRows(setUp) },
			{ title: 'Colours', rows: themeRows(setUp) },
		]),
	);
	if (unwritten !== undefined) {
		complain(unwritten);
		return exitCodes.fault.code;
	}
	return exitCodes.done.code;
};
