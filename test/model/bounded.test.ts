import { expect, test } from 'vitest';
import type { State } from '../../source/model/state.ts';
import { mostTransitions } from '../../source/model/transitions.ts';
import { mostInPart, mostParts, nothingTold, withTold } from '../../source/model/watch/told.ts';
import { namedJob } from '../support/jobs.ts';
import { aFailure, answerCounts, fire, later, polled, press, refuse, showing } from '../support/moves.ts';

/** How many values hang on one, whatever they are: of a state that forgets nothing there are more and more. */
const sizeOf = (value: unknown): number => {
	const seen = new Set<unknown>();
	const waiting = [value];
	let count = 0;
	while (waiting.length > 0) {
		const next = waiting.pop();
		count++;
		if (typeof next !== 'object' || next === null || seen.has(next)) {
			continue;
		}
		seen.add(next);
		if (next instanceof Map) {
			waiting.push(...next.keys(), ...next.values());
		} else if (next instanceof Set) {
			waiting.push(...next);
		} else {
			waiting.push(...Object.values(next));
		}
	}
	return count;
};

const rows = 10;
const namesAndWorkspaces = 7;

/** The list at a poll: three jobs come and three go, one of the rest starts, and the oldest ones end, every other time in failure. */
const listAt = (turn: number) =>
	Array.from({ length: rows }, (_, row) => {
		const index = 3 * turn + rows - row;
		const age = row / rows;
		const status = age < 0.3 ? 'Queuing' : age < 0.6 ? 'Running' : index % 2 === 0 ? 'Failed' : 'Succeeded';
		return namedJob(`dlc${index}`, {
			Status: status,
			DisplayName: `job-${index}-${'x'.repeat(index % 17)}`,
			UserId: String(index),
			Username: `user-${index}`,
			WorkspaceId: String(index % namesAndWorkspaces),
			WorkspaceName: `workspace-${index}`,
		});
	});

/** So many polls with a failure now and then, keys on whatever is selected, and the pane open for a while. */
const live = (state: State, from: number, to: number): State => {
	let now = state;
	for (let turn = from; turn < to; turn++) {
		const at = later(10 * turn);
		if (turn % 5 === 0) {
			now = refuse(fire(now, 'poll', at).state, aFailure('network'), at).state;
		}
		now = polled(now, listAt(turn), at, 5000);
		if (turn % 50 === 0) {
			for (const key of ['enter', 'escape', 's', 'n', 'T', 'z', 'g', 'j', '[', ']', '-']) {
				now = answerCounts(press(now, key, at).state, 0, at);
			}
		}
	}
	return now;
};

test('what a monitor keeps of jobs that came and went is bounded, however long it runs', () => {
	const watching = press(showing(listAt(0)), 'w').state;
	// As after weeks: what grows slowly is at its bound already.
	const old = Array.from({ length: mostParts * mostInPart }, (_, index) => `old${index}`);
	const told = withTold(nothingTold, old);
	const start: State = { ...watching, watches: { ...watching.watches, failedSince: 0, told } };
	const filled = 800;
	const early = live(start, 1, filled);
	expect(early.transitions.length).toBe(mostTransitions);
	const late = live(early, filled, 2 * filled);
	expect(late.watches.told.length).toBeLessThanOrEqual(mostParts);
	expect(late.watches.jobs.size).toBeLessThanOrEqual(101);
	expect(sizeOf(late)).toBeLessThanOrEqual(1.02 * sizeOf(early));
}, 60_000);
