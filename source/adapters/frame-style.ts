import { hyperlink } from '../text/hyperlink.ts';

type Attribute = 'bold' | 'dim' | 'italic' | 'underline' | 'inverse' | 'strike' | 'foreground' | 'background';

/** How text looks, in SGR parameters (ECMA-48 8.3.117), and where it leads. The same look is the same object. */
export type Style = {
	/** The parameters that turn the look on from the default, in one order; `''` is the default. */
	readonly parameters: string;
	/** Whether a space in this look can be told from one in the default. */
	readonly showsOnBlank: boolean;
	readonly attributes: ReadonlyMap<Attribute, number>;
	/** The address of a terminal's link (OSC 8); `''` for none. */
	readonly link: string;
};

const switches: Readonly<Record<number, Attribute>> = {
	1: 'bold',
	2: 'dim',
	3: 'italic',
	4: 'underline',
	7: 'inverse',
	9: 'strike',
};

/** Parameters that take attributes back. */
const takenBack: ReadonlyMap<number, readonly Attribute[]> = new Map([
	[22, ['bold', 'dim']],
	[23, ['italic']],
	[24, ['underline']],
	[27, ['inverse']],
	[29, ['strike']],
	[39, ['foreground']],
	[49, ['background']],
]);

const order = [...Object.values(switches), 'foreground', 'background'] as const;
const visibleOnBlank = ['underline', 'inverse', 'strike', 'background'] as const;

const known = new Map<string, Style>();
/** Looks with an address: as many as the jobs that are linked to, so they are not kept for ever. */
const knownLinked = new Map<string, Style>();
const mostLinked = 64;

const styleOf = (attributes: ReadonlyMap<Attribute, number>, link = ''): Style => {
	const parameters = order.flatMap(attribute => attributes.get(attribute) ?? []).join(';');
	const styles = link === '' ? known : knownLinked;
	const name = link === '' ? parameters : `${parameters} ${link}`;
	const style = styles.get(name) ?? {
		parameters,
		showsOnBlank: link !== '' || visibleOnBlank.some(attribute => attributes.has(attribute)),
		attributes,
		link,
	};
	if (styles === knownLinked && styles.size >= mostLinked && !styles.has(name)) {
		styles.clear();
	}
	styles.set(name, style);
	return style;
};

/** The same look, leading elsewhere; `''` leads nowhere. */
export const withLink = (style: Style, link: string): Style => styleOf(style.attributes, link);

/** The terminal's own look. */
export const plain: Style = styleOf(new Map());

const attributeOf = (parameter: number): Attribute | undefined => {
	const inRange = (first: number): boolean => parameter >= first && parameter <= first + 7;
	if (inRange(30) || inRange(90)) {
		return 'foreground';
	}
	return inRange(40) || inRange(100) ? 'background' : switches[parameter];
};

/** The look after one SGR parameter more. What dlctop does not draw with (more than 16 colours, blinking) changes nothing. */
const withParameter = (style: Style, parameter: number): Style => {
	if (parameter === 0) {
		return styleOf(new Map(), style.link);
	}
	const gone = takenBack.get(parameter);
	if (gone !== undefined) {
		return styleOf(new Map([...style.attributes].filter(([attribute]) => !gone.includes(attribute))), style.link);
	}
	const attribute = attributeOf(parameter);
	return attribute === undefined ? style : styleOf(new Map([...style.attributes, [attribute, parameter]]), style.link);
};

/** More than dlctop draws with; a hostile text has no sequence left in it. */
const mostMet = 64;

/** What a look became by a sequence, for each that was met: a screen has a handful of both. */
const afterwards = new WeakMap<Style, Map<string, Style>>();

/** The look after a sequence with these parameters, with `;` between them. */
export const withParameters = (style: Style, parameters: string): Style => {
	const met = afterwards.get(style) ?? new Map<string, Style>();
	afterwards.set(style, met);
	const known = met.get(parameters);
	if (known !== undefined) {
		return known;
	}
	const next = parameters.split(';').reduce((current, parameter) => withParameter(current, Number(parameter)), style);
	if (met.size < mostMet) {
		met.set(parameters, next);
	}
	return next;
};

/** Parameters that lead from one look to the other without passing the default. */
const stepwise = (from: Style, to: Style): readonly number[] => {
	const offs = [...takenBack].filter(([, attributes]) =>
		attributes.some(attribute => from.attributes.has(attribute) && !to.attributes.has(attribute)),
	);
	const kept = offs.reduce((style, [parameter]) => withParameter(style, parameter), from);
	const ons = order.flatMap(attribute => {
		const wanted = to.attributes.get(attribute);
		return wanted === undefined || wanted === kept.attributes.get(attribute) ? [] : [wanted];
	});
	return [...offs.map(([parameter]) => parameter), ...ons];
};

const shortestChange = (from: Style, to: Style): string => {
	if (from.parameters === to.parameters) {
		return '';
	}
	if (to.parameters === '') {
		return '\u001b[m';
	}
	const steps = stepwise(from, to).join(';');
	const anew = `0;${to.parameters}`;
	return `\u001b[${steps.length <= anew.length ? steps : anew}m`;
};

const changes = new WeakMap<Style, WeakMap<Style, string>>();

/** The shortest sequence that turns one look of what is written next into the other; `''` when they are the same. */
export const styleChange = (from: Style, to: Style): string => {
	if (from === to) {
		return '';
	}
	const fromHere = changes.get(from) ?? new WeakMap<Style, string>();
	changes.set(from, fromHere);
	const change = fromHere.get(to) ?? (from.link === to.link ? '' : hyperlink(to.link)) + shortestChange(from, to);
	fromHere.set(to, change);
	return change;
};
