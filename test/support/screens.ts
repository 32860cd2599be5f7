/** Reading dlctop's screen: by its structure, as a person does. */
type Lines = readonly string[];

const firstRow = 3;

/** The poll state at the right end of the first line. */
export const pollState = ([scope = '']: Lines): string => /(?:●|◌|‖|⚠|✗).*$/u.exec(scope)?.[0] ?? '';

/** The clock time of the last answer; `''` before the first one. */
export const answerTime = (lines: Lines): string => /\d\d:\d\d:\d\d/.exec(pollState(lines))?.[0] ?? '';

/** The line of the selected row, counted from 0; -1 without one. */
export const selectedLine = (lines: Lines): number =>
	lines.findIndex((line, at) => at >= firstRow && /^▸[ *]/u.test(line));

/** The job of one line, where the JOB ID column is on the screen. */
export const jobIdAt = (lines: Lines, line: number): string => /\bdlc[0-9a-z]{13}\b/.exec(lines[line] ?? '')?.[0] ?? '';

/** The id at the start of the last line: the selected job's. */
export const selectedJob = (lines: Lines): string => /^dlc[0-9a-z]+/.exec(lines.at(-2) ?? '')?.[0] ?? '';

/** The rows of the table from the top; the selected one without its mark. */
export const tableRows = (lines: Lines): Lines =>
	lines.slice(firstRow, -2).filter(line => /^(?:▸| )[ *]\S/u.test(line));

/** The cells of a column, by the place of its title; right-aligned ones are read up to the title's end. */
export const cellsUnder = (lines: Lines, title: string): Lines => {
	const start = (lines[2] ?? '').indexOf(title);
	return tableRows(lines).map(row => row.slice(start).split(/ {2,}/u)[0]?.trim() ?? '');
};

/** Whether an answer to a question of the user is on the screen: rows, and a quiet service. */
export const isLive = (lines: Lines): boolean => pollState(lines).startsWith('● live') && answerTime(lines) !== '';
