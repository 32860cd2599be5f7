/** The `code` of a Node error (`ENOENT`, `ECONNRESET`, …), else its name. Unlike its message, it never holds data. */
export const errorCode = (error: unknown): string => {
	if (!(error instanceof Error)) {
		return 'unknown error';
	}
	return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

/** Whether there is no such file: a home like `/dev/null`, which is no folder, holds none either. */
export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
