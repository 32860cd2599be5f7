import { failed, type Result, success } from '../model/failure.ts';
import { flags } from '../tables/flags.ts';

/** A flag whose value was forgotten, and how it is written. */
export const needsValue = (flag: string): string =>
	`--${flag} needs a value: --${flag}=${flags.get(flag)?.value ?? ''}`;

/** What is wrong with the value of a flag, as it was typed. Of an empty one nothing can be quoted: what can be given says more. */
export const wrongValue = (flag: string, raw: string, problem: string): string => {
	const values = flags.get(flag)?.values;
	if (raw.trim() !== '') {
		return `--${flag} ${raw}: ${problem}`;
	}
	return `${needsValue(flag)}${values === undefined ? '' : `; give one of ${values.join(', ')}`}`;
};

/** The value of a flag as `read` makes it out; undefined where the command line has none. */
export const readValue = <Value>(
	flag: string,
	raw: string | undefined,
	read: (text: string) => Result<Value, string>,
): Result<Value | undefined, string> => {
	if (raw === undefined) {
		return success(undefined);
	}
	const parsed = read(raw);
	return parsed.ok ? parsed : failed(wrongValue(flag, raw, parsed.problem));
};
