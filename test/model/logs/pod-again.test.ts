import { describe, expect, test } from 'vitest';
import { followPods } from '../../../source/model/logs/log-screen.ts';
import { readLines } from '../../../source/model/logs/read.ts';
import type { State } from '../../../source/model/state.ts';
import { namedJob } from '../../support/jobs.ts';
import { happen, later, press, pressAll, showing } from '../../support/moves.ts';

describe('a pod that runs anew', () => {
	const run = (PodUid: string, Status: string) => ({ PodId: 'dlc1-worker-0', PodUid, Type: 'worker', Status });
	const job = namedJob('dlc1', { Pods: [run('one', 'Running')] });
	const restarted = namedJob('dlc1', { Pods: [{ ...run('two', 'Running'), HistoryPods: [run('one', 'Failed')] }] });
	const poll = (state: State): ReturnType<typeof followPods> =>
		followPods({ ...state, listing: showing([restarted]).listing }, later(1));
	const opened = (): State => {
		const { state } = press(showing([job]), 'l');
		const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
		return happen(state, { type: 'lines-arrived', request: state.lastRequest, lines: readLines(lines) }).state;
	};

	test('is followed, and said to be another run', () => {
		const [state, effects] = poll(opened());
		expect(state.notice).toBe('dlc1-worker-0 was restarted: this is its new run, ] shows the one before');
		expect(effects).toContainEqual(expect.objectContaining({ feed: expect.objectContaining({ PodUid: 'two' }) }));
		expect(state.logs?.held.lines).toEqual([]);
		expect(press(state, ']').state.logs?.pods[1]).toMatchObject({ PodUid: 'one', former: true });
	});

	test.each([['k'], ['s']])('does not take away what one reads, after %s', key => {
		const reading = pressAll(opened(), [key]).state;
		const [state] = poll(reading);
		expect(state.notice).toBe('dlc1-worker-0 was restarted: [ shows its new run');
		expect(state.logs?.held).toBe(reading.logs?.held);
		expect(poll(state)[0].notice).toBe(state.notice);
		expect(press(state, '[').state.logs).toMatchObject({ pod: 0 });
	});
});
