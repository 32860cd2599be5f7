/** Times and sizes of one thing, in the order they were taken. */
export type Figures = readonly number[];

/** The value that a share (0 to 1) of the figures does not exceed; NaN when there are none. */
export const quantile = (figures: Figures, share: number): number => {
	const sorted = figures.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (figures: Figures): number => quantile(figures, 0.5);

const short = (value: number): string =>
	value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** One line of the report. Without `against` there was nothing to compare with, and `missing` says why. */
export type Row = {
	readonly what: string;
	readonly value: number;
	readonly unit: string;
	readonly against?: { readonly name: string; readonly value: number };
	readonly missing?: string;
	/** What the ratio, or without one the value, should not exceed. */
	readonly goal?: number;
};

const verdict = (figure: number, goal: number | undefined): string =>
	goal === undefined ? '' : `${figure <= goal ? 'ok  ' : 'OVER'} ≤ ${goal}`;

/** Ratio first; then the goal, the two figures, and what they are of. */
export const reportLine = ({ what, value, unit, against, missing, goal }: Row): string => {
	const ratio = against === undefined ? undefined : value / against.value;
	const figures =
		against === undefined
			? `${short(value)} ${unit}${missing === undefined ? '' : ` (${missing})`}`
			: `${short(value)} ${unit} : ${short(against.value)} ${unit} ${against.name}`;
	const head = ratio === undefined ? '-' : `${ratio.toFixed(2)} ×`;
	return `${head.padStart(8)}  ${verdict(ratio ?? value, goal).padEnd(12)}  ${what.padEnd(46)}  ${figures}\n`;
};
