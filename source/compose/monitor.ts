import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { createClipboard, feedProcess } from '../adapters/clipboard.ts';
import { systemClock } from '../adapters/clock.ts';
import { openAddress, openerOf } from '../adapters/desktop.ts';
import { createHistory, historyPath, loadHistory } from '../adapters/history-file.ts';
import { suspendProcess } from '../adapters/job-control.ts';
import { createOrderFile, loadOrder, orderPath } from '../adapters/order-file.ts';
import { showInPager } from '../adapters/pager.ts';
import { type Ending, watchProcessEnd } from '../adapters/process-end.ts';
import { sameConnection } from '../adapters/same-connection.ts';
import { createScreen } from '../adapters/screen.ts';
import { inOrder, type KeptOrder } from '../model/kept-order.ts';
import { initialState, type Size, type State } from '../model/state.ts';
import { update } from '../model/update.ts';
import { createProgram } from '../runtime/program.ts';
import { exitCodes, signalCode } from '../tables/exit-codes.ts';
import { intervalSeconds, maxJobs, requestsPerMinute, usualPageSize } from '../tables/flags.ts';
import { usualThresholds } from '../tables/triage-rules.ts';
import { askedQuery } from './asked-query.ts';
import { complain } from './complain.ts';
import type { Connection } from './connect.ts';

const sizeOf = (): Size => ({ columns: process.stdout.columns, rows: process.stdout.rows });

const stateFrom = (given: Arguments, { region, credentials }: Connection): State => ({
	...initialState(
		{
			region,
			credentials,
			demo: given.demo,
			ascii: given.ascii,
			showSecrets: given.showSecrets,
			maxJobs: given.maxJobs ?? maxJobs.usual,
			requestsPerMinute: given.requestsPerMinute ?? requestsPerMinute.usual,
			pageSize: given.parameters.PageSize ?? usualPageSize,
			periodMs: (given.intervalSeconds ?? intervalSeconds.usual) * 1000,
			columns: given.columns,
			opensWith: sameConnection(given, region),
			opensLinks: openerOf(process.env, process.platform) !== undefined,
			triage: usualThresholds,
		},
		sizeOf(),
		askedQuery(given, systemClock.now()),
		given.parameters.PageNumber,
	),
	opensOn: given.jobId,
});

/** The order and groups of former runs, unless the flags name an order. */
const inKeptOrder = (state: State, kept: KeptOrder, { parameters }: Arguments): State =>
	inOrder(
		state,
		parameters.SortBy === undefined && parameters.Order === undefined ? kept : { ...kept, sort: undefined },
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
	const release = (): void => {
		screen.leave();
		takeKeys(false);
	};
	const takeBack = (): void => {
		takeKeys(true);
		screen.enter();
	};
	const suspend = (): void => suspendProcess(release, takeBack);
	const page = (text: string): string | undefined => showInPager(text, release, takeBack);
	const copy = createClipboard({ env: process.env, write: screen.pass, feed: feedProcess });
	const open = (address: string): void => {
		const opener = openerOf(process.env, process.platform);
		if (opener !== undefined) {
			openAddress(opener, address);
		}
	};
	const history = createHistory(historyPath(process.env));
	const filters = await loadHistory(historyPath(process.env));
	const order = createOrderFile(orderPath(process.env));
	const kept = await loadOrder(orderPath(process.env));
	const program = createProgram({ ...inKeptOrder(stateFrom(given, connection), kept, given), filters }, update, {
		api: connection.api,
		clock: systemClock,
		random: Math.random,
		history,
		keeper: { saveOrder: order.save },
		terminal: { repaint: screen.repaint, suspend, page, copy, open, exit: () => end() },
	});
	program.send({ type: 'started' });
	const resized = (): void => program.send({ type: 'resized', size: sizeOf() });
	process.stdout.on('resize', resized);
	// Resized away and back at once, Node tells nobody, and the terminal may have lost lines.
	process.on('SIGWINCH', screen.repaint);
	const color = wantsColor(given);
	styleAlways();
	const { showView } = await import('./view.tsx');
	screen.enter();
	const hideView = showView(program, { color, ascii: given.ascii }, systemClock, screen.sink, error =>
		end({ kind: 'crash', error }),
	);
	const ending = await ended;
	program.stop();
	hideView();
	screen.leave();
	process.stdout.off('resize', resized);
	process.off('SIGWINCH', screen.repaint);
	await history.settled();
	await order.settled();
	await connection.close();
	stopWatching();
	return codeOf(ending);
};
