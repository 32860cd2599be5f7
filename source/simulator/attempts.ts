import { isTerminal, type Phase } from './life.ts';

/** One set of pods, from their creation to their end. A job that restarts makes a new set. */
export type Attempt = {
	readonly createdAt: number;
	readonly startedAt?: number;
	readonly endedAt?: number;
	/** The phase that ended it, or that now holds its pods. */
	readonly outcome?: Phase;
};

const isEnd = ({ Status }: Phase): boolean => isTerminal(Status) || Status === 'Restarting' || Status === 'Queuing';

const step = (attempts: readonly Attempt[], phase: Phase): readonly Attempt[] => {
	const last = attempts.at(-1);
	const before = attempts.slice(0, -1);
	const isOpen = last !== undefined && last.endedAt === undefined;
	if (!isOpen) {
		const begins = phase.Status === 'EnvPreparing' || phase.Status === 'Restarting';
		return begins ? [...attempts, { createdAt: phase.at }] : attempts;
	}
	if (isEnd(phase)) {
		const ended = { ...last, endedAt: phase.at, outcome: phase };
		return phase.Status === 'Restarting' ? [...before, ended, { createdAt: phase.at }] : [...before, ended];
	}
	if (phase.Status === 'Running') {
		return [...before, { startedAt: phase.at, ...last }];
	}
	return phase.Status.endsWith('Reserving') ? [...before, { ...last, outcome: phase }] : attempts;
};

/** The sets of pods that a job had in the phases it went through, oldest first. */
export const attemptsOf = (phases: readonly Phase[]): readonly Attempt[] => phases.reduce<readonly Attempt[]>(step, []);
