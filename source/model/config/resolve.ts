import { type SettingId, type SettingValue, settingIds, settingOf } from '../../tables/settings.ts';
import { failed, type Result, success } from '../failure.ts';
import type { Config } from './config.ts';

/** Where a value came from. */
export type Source =
	| { readonly kind: 'flag'; readonly name: string }
	| { readonly kind: 'variable'; readonly name: string }
	| { readonly kind: 'file'; readonly line: number }
	| { readonly kind: 'default' };

export type Settled = { readonly value: SettingValue | undefined; readonly source: Source };
export type Settlement = ReadonlyMap<SettingId, Settled>;

type Variables = { readonly [name: string]: string | undefined };

/** What the environment says of a setting; undefined where it says nothing. */
const fromEnvironment = (id: SettingId, env: Variables): Result<Settled, string> | undefined => {
	const { variables, off = [], read } = settingOf(id);
	const isSet = (name: string): boolean => (env[name]?.trim() ?? '') !== '';
	const name = variables.find(isSet);
	if (name !== undefined) {
		const text = env[name]?.trim() ?? '';
		const value = read(text);
		return value.ok
			? success({ value: value.value, source: { kind: 'variable', name } })
			: failed(`${name}=${text}: ${value.problem}`);
	}
	const switchedOff = off.find(isSet);
	return switchedOff === undefined
		? undefined
		: success({ value: false, source: { kind: 'variable', name: switchedOff } });
};

const settle = (
	id: SettingId,
	flags: ReadonlyMap<SettingId, SettingValue>,
	env: Variables,
	{ values, places }: Config,
): Result<Settled, string> => {
	const { flag, usual } = settingOf(id);
	const given = flags.get(id);
	if (given !== undefined) {
		return success({ value: given, source: { kind: 'flag', name: `--${flag}` } });
	}
	const inFile = values.get(id);
	return (
		fromEnvironment(id, env) ??
		success(
			inFile === undefined
				? { value: usual, source: { kind: 'default' } }
				: { value: inFile, source: { kind: 'file', line: places.get(id)?.line ?? 0 } },
		)
	);
};

/** Every setting with its value: the flag's, else the environment's, else the file's, else the usual one. The problem is one sentence. */
export const resolveSettings = (
	flags: ReadonlyMap<SettingId, SettingValue>,
	env: Variables,
	config: Config,
): Result<Settlement, string> => {
	const settled = new Map<SettingId, Settled>();
	for (const id of settingIds) {
		const found = settle(id, flags, env, config);
		if (!found.ok) {
			return found;
		}
		settled.set(id, found.value);
	}
	return success(settled);
};

export const numberOf = (settlement: Settlement, id: SettingId): number | undefined => {
	const value = settlement.get(id)?.value;
	return typeof value === 'number' ? value : undefined;
};

export const textOf = (settlement: Settlement, id: SettingId): string | undefined => {
	const value = settlement.get(id)?.value;
	return typeof value === 'string' ? value : undefined;
};

export const switchOf = (settlement: Settlement, id: SettingId): boolean => settlement.get(id)?.value === true;

export const listOf = (settlement: Settlement, id: SettingId): readonly string[] | undefined => {
	const value = settlement.get(id)?.value;
	return typeof value === 'object' ? value : undefined;
};
