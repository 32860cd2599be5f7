import { failed, type Result, success } from '../model/failure.ts';
import { invalidParameter, type Refusal } from './refusal.ts';
import { parseGmt } from './time.ts';

/** The decoded parameters of a request. Empty text means not sent, and is not here. */
export type Parameters = ReadonlyMap<string, string>;

/** What a parameter says: undefined when it was not sent, a refusal when it cannot be. */
export type Reading<Value> = Result<Value | undefined, Refusal>;

type Parse<Value> = (text: string) => { readonly value: Value } | { readonly problem: string };

const read = <Value>(parameters: Parameters, name: string, parse: Parse<Value>): Reading<Value> => {
	const text = parameters.get(name);
	if (text === undefined) {
		return success(undefined);
	}
	const parsed = parse(text);
	return 'value' in parsed ? success(parsed.value) : failed(invalidParameter(name, parsed.problem));
};

export const text = (parameters: Parameters, name: string, longest = 1_024): Reading<string> =>
	read(parameters, name, given =>
		given.length <= longest ? { value: given } : { problem: `it is longer than ${longest} characters.` },
	);

export const choice = <Value extends string>(
	parameters: Parameters,
	name: string,
	values: readonly Value[],
): Reading<Value> =>
	read(parameters, name, given => {
		const value = values.find(allowed => allowed === given);
		return value === undefined ? { problem: `valid values are ${values.join(', ')}.` } : { value };
	});

export const flag = (parameters: Parameters, name: string): Reading<boolean> => {
	const reading = choice(parameters, name, ['true', 'false']);
	return reading.ok ? success(reading.value === undefined ? undefined : reading.value === 'true') : reading;
};

/** A whole number, bounds included. */
export const whole = (
	parameters: Parameters,
	name: string,
	least = Number.MIN_SAFE_INTEGER,
	most = Number.MAX_SAFE_INTEGER,
): Reading<number> =>
	read(parameters, name, given => {
		const value = /^-?\d{1,16}$/.test(given) ? Number(given) : Number.NaN;
		return value >= least && value <= most
			? { value }
			: { problem: `it must be a whole number from ${least} to ${most}.` };
	});

/** Ms since the epoch. */
export const moment = (parameters: Parameters, name: string): Reading<number> =>
	read(parameters, name, given => {
		const value = parseGmt(given);
		return value === undefined ? { problem: 'it must be a time of the form yyyy-MM-ddTHH:mm:ssZ.' } : { value };
	});

const isTextMap = (value: unknown): value is Readonly<Record<string, string>> =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	Object.values(value).every(entry => typeof entry === 'string');

/** JSON text of an object whose values are all text. */
export const textMap = (parameters: Parameters, name: string): Reading<Readonly<Record<string, string>>> =>
	read(parameters, name, given => {
		try {
			const value: unknown = JSON.parse(given);
			return isTextMap(value) ? { value } : { problem: 'it must be a JSON object of texts.' };
		} catch {
			return { problem: 'it is not JSON.' };
		}
	});
