import { flagName, isParameterName, type ParameterName } from './parameters.ts';

/** How a place writes a parameter of which a text speaks; `isDenied` is a flag that is false. */
type Spelling = (name: ParameterName, isDenied: boolean) => string;

/** Texts of the tables name parameters in braces, `{PageSize}` or `{ShowOwn=false}`, since flags and fields are written differently. */
const spelled = (text: string, write: Spelling): string =>
	text.replace(/\{(\w+)(=false)?\}/g, (whole, name: string, denied: string | undefined) =>
		isParameterName(name) ? write(name, denied !== undefined) : whole,
	);

/** A text as the command line says it: `--page-size`, `--no-show-own`. */
export const inFlags = (text: string): string =>
	spelled(text, (name, isDenied) => `--${isDenied ? 'no-' : ''}${flagName(name)}`);

/** A text as the form and the prompt say it: `PageSize`, `ShowOwn=false`. */
export const inFields = (text: string): string =>
	spelled(text, (name, isDenied) => `${name}${isDenied ? '=false' : ''}`);
