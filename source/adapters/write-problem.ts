import { errorCode } from './error-code.ts';

/** Why a file could not be written, in words; the error's own code where there are none. */
export const writeProblem = (error: unknown): string => {
	const code = errorCode(error);
	switch (code) {
		case 'ENOSPC':
		case 'EDQUOT':
			return 'the disk is full';
		case 'EFBIG':
			return 'no file may be that large here (EFBIG)';
		case 'EROFS':
			return 'the file system is read-only';
		case 'EACCES':
		case 'EPERM':
			return 'not permitted';
		case 'ENOENT':
			return 'there is no such folder (ENOENT)';
		case 'ENOTDIR':
			return 'a part of the path is no folder (ENOTDIR)';
		case 'EISDIR':
			return 'it is a folder (EISDIR)';
		case 'ENAMETOOLONG':
			return 'the name is too long (ENAMETOOLONG)';
		default:
			return code;
	}
};
