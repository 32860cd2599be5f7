import { parseArguments } from '../../source/adapters/arguments.ts';
import { settingsOfFlags, withSettings } from '../../source/compose/flag-settings.ts';
import { startState } from '../../source/compose/start-state.ts';
import { emptyConfig } from '../../source/model/config/config.ts';
import { resolveSettings } from '../../source/model/config/resolve.ts';
import { failed } from '../../source/model/failure.ts';
import type { KeptOrder } from '../../source/model/kept-order.ts';
import type { State } from '../../source/model/state.ts';
import { viewNamed, viewsOf } from '../../source/model/views/views.ts';
import { configOf } from './config.ts';
import { aState } from './jobs.ts';
import { noon } from './moves.ts';

type Machine = {
	/** The variables of the environment. */
	readonly variables?: Readonly<Record<string, string>>;
	/** What a former run left. */
	readonly kept?: KeptOrder;
	/** The settings file. */
	readonly file?: string;
};

/** The state that a run with these arguments begins with at noon, before anything was asked. */
export const begunWith = (
	argv: readonly string[],
	{ variables = {}, kept = { sort: undefined, group: undefined }, file }: Machine = {},
): State => {
	const config = file === undefined ? emptyConfig : configOf(file);
	const given = parseArguments(argv, noon);
	const settlement = given.ok ? resolveSettings(settingsOfFlags(given.value), variables, config) : given;
	if (!given.ok || !settlement.ok) {
		throw new Error(given.ok ? 'no settings' : given.problem);
	}
	const filled = withSettings(given.value, settlement.value);
	const view = filled.view === undefined ? undefined : viewNamed(viewsOf(config.views), filled.view);
	const setUp = {
		path: undefined,
		config,
		settlement: settlement.value,
		text: undefined,
		warnings: [],
		again: () => Promise.resolve(failed('')),
	};
	return startState(
		{ given: filled, typed: given.value, view, setUp },
		{ region: 'cn-hangzhou', credentials: '' },
		{ kept, seen: aState().places.seen },
		{ columns: 120, rows: 30 },
		noon,
	);
};
