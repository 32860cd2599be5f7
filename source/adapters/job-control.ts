import process from 'node:process';

/** A stopped process runs no timer, so one that still fires this soon was not stopped (an orphaned group, as under `ssh -t`). */
const stoppedByNowMs = 100;

/**
 * Ctrl-Z: gives the terminal back, stops the whole process group (npm and a shell between us and the user must stop too),
 * and takes the terminal again on `fg`, or at once where no shell could stop us.
 */
export const suspendProcess = (release: () => void, takeBack: () => void): void => {
	let suspended = true;
	const resume = (): void => {
		if (suspended) {
			suspended = false;
			clearTimeout(timer);
			process.off('SIGCONT', resume);
			takeBack();
		}
	};
	release();
	process.once('SIGCONT', resume);
	const timer = setTimeout(resume, stoppedByNowMs);
	process.kill(0, 'SIGTSTP');
};
