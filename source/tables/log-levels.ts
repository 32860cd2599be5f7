/** What `--log-file` writes down; each level holds the ones before it. */
export const logLevels = {
	error: 'requests that failed, polling that halts, and faults',
	info: 'every request, and every change of polling',
	debug: 'the names of all events as well',
} as const;

export type LogLevel = keyof typeof logLevels;

export const usualLogLevel: LogLevel = 'info';

const names = Object.keys(logLevels);

export const isLogLevel = (text: string): text is LogLevel => names.includes(text);

/** Whether a line of this level is written at the level that was asked for. */
export const isWritten = (level: LogLevel, wanted: LogLevel): boolean => names.indexOf(level) <= names.indexOf(wanted);
