import { type Flag, flags } from '../../tables/flags.ts';
import { regions } from '../../tables/regions.ts';

/** What a shell needs to know of a flag. */
export type CompletedFlag = {
	readonly name: string;
	readonly short: string | undefined;
	/** ASCII, no line break. */
	readonly help: string;
	/** What stands for the value; undefined for a switch. */
	readonly value: string | undefined;
	/** What the value may be, as far as it is known. */
	readonly values: readonly string[];
	/** Several of the values, with commas between. */
	readonly isList: boolean;
	readonly repeats: boolean;
};

const lists: ReadonlySet<string> = new Set(['status', 'columns', 'for']);

const knownValues = (name: string, { values }: Flag): readonly string[] =>
	name === 'region' ? regions.map(({ id }) => id) : (values ?? []);

const ascii = (text: string): string => text.replace(/[^ -~]/g, '');

/** Every flag as it may be typed: one that negates twice. */
export const completedFlags = (): readonly CompletedFlag[] =>
	[...flags].flatMap(([name, flag]) => {
		const one: CompletedFlag = {
			name,
			short: flag.short,
			help: ascii(flag.help),
			value: flag.value,
			values: knownValues(name, flag),
			isList: lists.has(name),
			repeats: flag.repeats === true,
		};
		return flag.negates === true ? [one, { ...one, name: `no-${name}`, short: undefined }] : [one];
	});

/** Whether the value is the path of a file. */
export const isFile = ({ value }: CompletedFlag): boolean => value === 'FILE';
