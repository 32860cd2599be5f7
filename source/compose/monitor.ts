import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { systemClock } from '../adapters/clock.ts';
import { suspendProcess } from '../adapters/job-control.ts';
import { type Ending, watchProcessEnd } from '../adapters/process-end.ts';
import { createScreen } from '../adapters/screen.ts';
import { queryFrom } from '../model/from-parameters.ts';
import { initialState, type Size, type State } from '../model/state.ts';
import { update } from '../model/update.ts';
import { createProgram } from '../runtime/program.ts';
import { exitCodes, signalCode } from '../tables/exit-codes.ts';
import { intervalSeconds, usualPageSize } from '../tables/flags.ts';
import { complain } from './complain.ts';
import type { Connection } from './connect.ts';

const sizeOf = (): Size => ({ columns: process.stdout.columns, rows: process.stdout.rows });

const stateFrom = (given: Arguments, { region, credentials }: Connection): State =>
	initialState(
		{
			region,
			credentials,
			demo: given.demo,
			ascii: given.ascii,
			maxJobs: 5000,
			pageSize: given.parameters.PageSize ?? usualPageSize,
			periodMs: (given.intervalSeconds ?? intervalSeconds.usual) * 1000,
			columns: given.columns,
		},
		sizeOf(),
		given.jobId === undefined ? queryFrom(given.parameters) : { ...queryFrom(given.parameters), name: given.jobId },
		given.parameters.PageNumber,
	);

/** NO_COLOR as its convention has it (https://no-color.org): present and not empty. */
const wantsColor = (given: Arguments): boolean =>
	!given.noColor && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb';

/** Ink's own styling would drop even the inverse selection without colours; which ones are used is our views' decision. */
const styleAlways = (): void => {
	process.env.FORCE_COLOR = '1';
	delete process.env.NO_COLOR;
};

const crashText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Ends as the signal would have, for a terminal that is gone: nothing can be written, nor any mode put back. */
const dieOf = (signal: NodeJS.Signals): void => {
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
};

const codeOf = (ending: Ending | undefined): number => {
	switch (ending?.kind) {
		case undefined:
			return exitCodes.done.code;
		case 'terminal-gone':
			dieOf('SIGHUP');
			return signalCode(1);
		case 'signal':
			return signalCode(ending.number);
		case 'crash':
			complain(`a fault of dlctop: ${crashText(ending.error)}`);
			return exitCodes.fault.code;
	}
};

/** The live screen, until the user quits or the process has to end. The terminal is as it was in every case. */
export const monitor = async (given: Arguments, connection: Connection): Promise<number> => {
	let end: (ending?: Ending) => void = () => {};
	const ended = new Promise<Ending | undefined>(resolve => {
		end = resolve;
	});
	const stopWatching = watchProcessEnd(end);
	const screen = createScreen(process.stdout);
	const takeKeys = (raw: boolean): void => {
		process.stdin.setRawMode(raw);
	};
	const suspend = (): void =>
		suspendProcess(
			() => {
				screen.leave();
				takeKeys(false);
			},
			() => {
				takeKeys(true);
				screen.enter();
			},
		);
	const program = createProgram(stateFrom(given, connection), update, {
		api: connection.api,
		clock: systemClock,
		random: Math.random,
		terminal: { repaint: screen.repaint, suspend, exit: () => end() },
	});
	program.send({ type: 'started' });
	const resized = (): void => program.send({ type: 'resized', size: sizeOf() });
	process.stdout.on('resize', resized);
	const color = wantsColor(given);
	styleAlways();
	const { showView } = await import('./view.tsx');
	screen.enter();
	const hideView = showView(program, { color, ascii: given.ascii }, systemClock, screen.sink);
	const ending = await ended;
	program.stop();
	hideView();
	screen.leave();
	process.stdout.off('resize', resized);
	await connection.close();
	stopWatching();
	return codeOf(ending);
};
