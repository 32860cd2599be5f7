import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { createClipboard, feedProcess } from '../adapters/clipboard.ts';
import { systemClock } from '../adapters/clock.ts';
import { openAddress, openerOf } from '../adapters/desktop.ts';
import type { Engine } from '../adapters/engine.ts';
import { createHistory, historyPath, loadHistory } from '../adapters/history-file.ts';
import { createJobControl } from '../adapters/job-control.ts';
import { createNotices } from '../adapters/notice.ts';
import { createOrderFile, loadOrder, orderPath } from '../adapters/order-file.ts';
import { showInPager } from '../adapters/pager.ts';
import { createPlacesFile, loadPlaces, placesPath } from '../adapters/places-file.ts';
import { type Ending, watchProcessEnd } from '../adapters/process-end.ts';
import { createSaver } from '../adapters/saved-file.ts';
import { createScreen } from '../adapters/screen.ts';
import type { Size } from '../model/state.ts';
import { update } from '../model/update.ts';
import { logged } from '../runtime/logged.ts';
import { createProgram } from '../runtime/program.ts';
import { traced } from '../runtime/trace.ts';
import type { Connection } from './connect.ts';
import { draw } from './draw.ts';
import { processFigures } from './figures.ts';
import { factsOf, leaveWith, within } from './leave.ts';
import { liveSettings } from './live-settings.ts';
import type { Run } from './open-run.ts';
import { movable } from './places.ts';
import type { Start } from './prepare.ts';
import { startState } from './start-state.ts';
import { turnsOfLoop } from './turns.ts';

const sizeOf = (): Size => ({ columns: process.stdout.columns, rows: process.stdout.rows });

const wantsColor = (given: Arguments): boolean => !given.noColor && process.env.TERM !== 'dumb';

/** Shows the shell's screen and makes its keys work again. A terminal that is gone needs neither. */
const giveBackTerminal = (leave: () => void): void => {
	try {
		leave();
		process.stdin.setRawMode(false);
	} catch {
		// EIO, or a closed stdin: there is no terminal any more.
	}
};

/** The live screen, until the user quits or the process has to end. The terminal is as it was in every case. */
export const monitor = async (start: Start, connection: Connection, run: Run, engine: Engine): Promise<number> => {
	const { given } = start;
	let end: (ending?: Ending) => void = () => {};
	const over = new AbortController();
	const ended = new Promise<Ending | undefined>(resolve => {
		end = ending => {
			over.abort();
			resolve(ending);
		};
	});
	const stopWatching = watchProcessEnd(end);
	const screen = createScreen(process.stdout);
	const takeKeys = (raw: boolean): void => {
		process.stdin.setRawMode(raw);
	};
	// Whatever ends the process, also what nobody thought of: the terminal is given back.
	const notices = createNotices(process.env, screen.pass);
	const leaveScreen = (): void => {
		notices.leave();
		screen.leave();
	};
	const giveBack = (): void => giveBackTerminal(leaveScreen);
	process.once('exit', giveBack);
	const release = (): void => {
		jobControl.letGo();
		leaveScreen();
		takeKeys(false);
	};
	const takeBack = (): void => {
		takeKeys(true);
		screen.enter();
		jobControl.hold();
		// The terminal may have another size by now: who is stopped, or in the background, is not told of it.
		if (process.platform !== 'win32') {
			process.kill(process.pid, 'SIGWINCH');
		}
	};
	const jobControl = createJobControl({ release, takeBack });
	const page = (text: string): string | undefined => showInPager(text, release, takeBack);
	const copy = createClipboard({ env: process.env, write: screen.pass, feed: feedProcess });
	const open = (address: string): void => {
		const opener = openerOf(process.env, process.platform);
		if (opener !== undefined) {
			openAddress(opener, address);
		}
	};
	const history = createHistory(historyPath(process.env));
	const filters = loadHistory(historyPath(process.env));
	const order = createOrderFile(orderPath(process.env));
	const kept = loadOrder(orderPath(process.env));
	const seenPlaces = createPlacesFile(placesPath(process.env));
	const seen = loadPlaces(placesPath(process.env));
	const moved = movable(connection, given, run);
	const watched = traced(logged(update, run.log));
	const settings = liveSettings(start.setUp, run.clock);
	const initial = { ...startState(start, connection, { kept, seen }, sizeOf(), run.clock.now()), filters };
	const program = createProgram(initial, watched.update, {
		api: moved.api,
		clock: run.clock,
		random: Math.random,
		history,
		keeper: { saveOrder: order.save, savePlaces: seenPlaces.save, changeSettings: settings.change },
		places: moved.places,
		terminal: {
			repaint: screen.repaint,
			suspend: jobControl.suspend,
			page,
			copy,
			open,
			notify: notices.notify,
			setTitle: notices.setTitle,
			exit: () => end(),
		},
		files: { save: createSaver(process.env) },
		figures: processFigures(run),
	});
	program.send({ type: 'started' });
	run.log.onProblem(problem => program.send({ type: 'log-failed', problem }));
	const stopSettings = settings.watch(program.send);
	const resized = (): void => program.send({ type: 'resized', size: sizeOf() });
	process.stdout.on('resize', resized);
	// Resized away and back at once, Node tells nobody, and the terminal may have lost lines.
	process.on('SIGWINCH', screen.repaint);
	// Who writes to a file that may grow no more hears of it by the error. Ink's watch for ends, with nobody else listening, would take the
	// signal for one; Node itself does not, so that this stays to the last report.
	process.on('SIGXFSZ', () => {});
	const look = { color: wantsColor(given), ascii: given.ascii };
	// In the first of these turns the connection opens, and the request leaves.
	await turnsOfLoop(2);
	// What is typed from now on waits for Ink, unseen.
	takeKeys(true);
	screen.enter();
	jobControl.hold();
	const crashed = (error: unknown): void => end({ kind: 'crash', error });
	// Keys are told apart by the time between them, which is the hand's and not the demo's.
	const drawing = { program, look, sink: screen.sink, clock: systemClock, over: over.signal };
	const hideView = await draw(drawing, engine, crashed).catch((error: unknown) => {
		crashed(error);
		return () => {};
	});
	const ending = await ended;
	jobControl.letGo();
	giveBack();
	program.stop();
	stopSettings();
	process.stdout.off('resize', resized);
	process.off('SIGWINCH', screen.repaint);
	try {
		hideView();
	} catch {
		// Ink puts back the modes of a terminal, and this one may be gone; our own part is done.
	}
	await within([history.settled(), order.settled(), seenPlaces.settled(), moved.close()]);
	stopWatching();
	return leaveWith(ending, () => factsOf(run.version, run.clock.now(), watched.events()));
};
