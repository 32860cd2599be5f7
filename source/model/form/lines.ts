import { choicesOf, formSections } from '../../tables/form.ts';
import type { Parameter } from '../../tables/parameter.ts';
import { type ParameterName, parameters } from '../../tables/parameters.ts';
import { inFields } from '../../tables/spelling.ts';
import { type FormMode, fieldAt } from './form.ts';
import { fieldProblem } from './read.ts';

/** One line of the form. */
export type FormLine =
	| { readonly kind: 'heading'; readonly text: string }
	| {
			readonly kind: 'field';
			readonly name: ParameterName;
			readonly text: string;
			readonly selected: boolean;
			/** What the parameter is, or what is wrong with its text. */
			readonly note: string;
			readonly bad: boolean;
	  };

/** What a parameter is, in the words of the form. */
const helpOf = ({ type, help }: Parameter): string => `${inFields(help)}${type === 'tags' ? '; commas between' : ''}`;

const fieldLine = (mode: FormMode, name: ParameterName): FormLine => {
	const text = mode.texts.get(name) ?? '';
	const problem = fieldProblem(name, text, mode.openedAt);
	const parameter: Parameter = parameters[name];
	return {
		kind: 'field',
		name,
		text,
		selected: name === fieldAt(mode.index),
		note: problem ?? helpOf(parameter),
		bad: problem !== undefined,
	};
};

const allLines = (mode: FormMode): readonly FormLine[] =>
	formSections.flatMap(([text, names]) => [
		{ kind: 'heading', text } as const,
		...names.map(name => fieldLine(mode, name)),
	]);

/** The lines that are in sight in this height, the selected field in the middle where there is more above and below. */
export const formLines = (mode: FormMode, height: number): readonly FormLine[] => {
	const lines = allLines(mode);
	const selected = lines.findIndex(line => line.kind === 'field' && line.selected);
	const top = Math.max(0, Math.min(selected - Math.floor(height / 2), lines.length - height));
	return lines.slice(top, top + height);
};

/** What the last line says of the selected field: why Enter refused, else its values or an example. */
export const formFoot = (mode: FormMode): { readonly text: string; readonly bad: boolean } => {
	const name = fieldAt(mode.index);
	if (mode.refused !== undefined) {
		return { text: mode.refused, bad: true };
	}
	const parameter: Parameter = parameters[name];
	const choices = choicesOf(name).filter(choice => choice !== '');
	if (choices.length === 0) {
		return { text: `${name}: such as ${parameter.example}; ${helpOf(parameter)}`, bad: false };
	}
	return { text: `← → ${choices.join(' ')}${parameter.open === true ? ' or any other' : ''}`, bad: false };
};
