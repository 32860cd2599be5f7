import process from 'node:process';

/** A stopped process runs no timer, so one that still fires this soon was not stopped (an orphaned group, as under `ssh -t`). */
const stoppedByNowMs = 100;

/** What hands the terminal over and takes it back. */
type Handover = { readonly release: () => void; readonly takeBack: () => void };

/**
 * Gives the terminal back, stops `target`, and takes the terminal again when it goes on, or at once where nothing could stop it.
 * `target` as for kill(2): 0 is the whole process group.
 */
const stop = (target: number, { release, takeBack }: Handover): void => {
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
	process.kill(target, 'SIGTSTP');
};

export type JobControl = {
	/** Ctrl-Z: npm and a shell between us and the user must stop too. */
	readonly suspend: () => void;
	/** From now on the terminal is ours: who stops the process from outside finds it given back, and it is painted anew when it goes on. */
	readonly hold: () => void;
	/** The terminal is somebody else's: signals to stop do what they do to any program. */
	readonly letGo: () => void;
};

/** Stopping and going on, whoever asks for it: the key, SIGTSTP, or SIGSTOP, which nobody hears of before SIGCONT. */
export const createJobControl = (handover: Handover): JobControl => {
	const stopAlone = (): void => stop(process.pid, handover);
	/** A shell has put its own line settings in place meanwhile, and may have written over the screen. */
	const wasStopped = (): void => {
		handover.release();
		handover.takeBack();
	};
	let held = false;
	return {
		suspend: () => stop(0, handover),
		hold: () => {
			held = true;
			// Later than the signal that made us go on, which is answered already.
			setImmediate(() => {
				if (held) {
					process.off('SIGTSTP', stopAlone).on('SIGTSTP', stopAlone);
					process.off('SIGCONT', wasStopped).on('SIGCONT', wasStopped);
				}
			});
		},
		letGo: () => {
			held = false;
			process.off('SIGTSTP', stopAlone).off('SIGCONT', wasStopped);
		},
	};
};
