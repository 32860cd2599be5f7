import { statuses, statusOf } from './statuses.ts';

/** The 16 colours of every terminal, as the settings file calls them; `none` is the terminal's own. */
export const themeColors = {
	none: undefined,
	black: 'black',
	red: 'red',
	green: 'green',
	yellow: 'yellow',
	blue: 'blue',
	magenta: 'magenta',
	cyan: 'cyan',
	white: 'white',
	gray: 'gray',
	'bright-red': 'redBright',
	'bright-green': 'greenBright',
	'bright-yellow': 'yellowBright',
	'bright-blue': 'blueBright',
	'bright-magenta': 'magentaBright',
	'bright-cyan': 'cyanBright',
	'bright-white': 'whiteBright',
} as const;

export type ThemeColorName = keyof typeof themeColors;
export type ThemeColor = NonNullable<(typeof themeColors)[ThemeColorName]>;

export const isThemeColorName = (name: string): name is ThemeColorName => Object.hasOwn(themeColors, name);

/** What a theme can colour: each status by its name, and the bar of the selection. A colour never is the only sign. */
export const themeParts: readonly string[] = [...Object.keys(statuses), 'selection'];

/** Colours by the names of parts, where they are not the usual ones. */
export type Theme = ReadonlyMap<string, ThemeColorName>;

/** The colour of a status: the theme's, else that of the table; undefined is the terminal's own. */
export const statusColor = (Status: string, theme: Theme): ThemeColor | undefined => {
	const chosen = theme.get(Status);
	return chosen === undefined ? statusOf(Status).color : themeColors[chosen];
};

/** The colour of the bar that marks the selection; undefined is the terminal's own, inverse. */
export const selectionColor = (theme: Theme): ThemeColor | undefined => themeColors[theme.get('selection') ?? 'none'];
