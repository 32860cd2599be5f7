import { describe, expect, test } from 'vitest';
import { failed, success } from '../../source/model/failure.ts';
import type { Job } from '../../source/model/job.ts';
import { displayWidth } from '../../source/text/width.ts';
import type { Shown } from '../support/ink.tsx';
import { aPage, namedJob } from '../support/jobs.ts';
import { aFailure } from '../support/moves.ts';
import { item, openedPane, sizes } from '../support/opened-pane.ts';

const paneOf = (lines: readonly string[]): readonly string[] => {
	const title = lines.findIndex(line => line.includes('DETAIL'));
	return lines.slice(title);
};

/** The cells at which a line has a sign. */
const cellsOf = (line: string, sign: string): readonly number[] => {
	const parts = line.split(sign);
	return parts.slice(1).map((_, index) => displayWidth(parts.slice(0, index + 1).join(sign)));
};

describe.each(sizes)('the pane at $columns × $rows', size => {
	test.each(['1', '2', '3', '4', '5', '7'])('draws section %s within the screen', async key => {
		const shown = await openedPane(size);
		await shown.write(key);
		const lines = shown.lines();
		expect(lines.length).toBeLessThanOrEqual(size.rows - 1);
		for (const line of lines) {
			expect(displayWidth(line)).toBeLessThanOrEqual(size.columns);
		}
		expect(lines.filter(line => line.includes('▸ DETAIL dlc1'))).toHaveLength(1);
		expect(lines.join('\n')).toContain(` ${key} `);
	});
});

/** Answers what is open and the next poll with these jobs, and every question for a count with none. */
const pollOf = async ({ api, clock }: Shown, jobs: readonly Job[]): Promise<void> => {
	for (const ms of [0, 11_000]) {
		clock.advance(ms);
		for (let call = api.last(), former: typeof call | undefined; call !== former; former = call, call = api.last()) {
			await call.answer(success(call.parameters.PageSize === 1 ? aPage([], 0) : aPage(jobs)));
		}
	}
};

describe.each(sizes)('a job that left the list, at $columns × $rows', size => {
	test('stays in the pane, which says since when, until it is back', async () => {
		const shown = await openedPane(size);
		const words = /▸ left the list at \d\d:\d\d · d|▸ DETAIL dlc1 · left the list at \d\d:\d\d · /u;
		expect(shown.lines().join('\n')).not.toMatch(/left the list/u);
		await pollOf(shown, [namedJob('dlc2')]);
		expect(shown.lines().filter(line => words.test(line))).toHaveLength(1);
		expect(shown.lines().join('\n')).toContain('Failed');
		await pollOf(shown, [namedJob('dlc1', item), namedJob('dlc2')]);
		expect(shown.lines().join('\n')).toContain('▸ DETAIL dlc1');
		expect(shown.lines().join('\n')).not.toMatch(/left the list/u);
	});
});

describe('the tables of roles and pods', () => {
	test('have their borders in the same cells on every line, whatever is in them', async () => {
		const shown = await openedPane({ columns: 120, rows: 60 });
		await shown.write('z');
		await shown.write('3');
		const lines = shown.lines().filter(line => line.includes('│'));
		expect(lines.length).toBeGreaterThanOrEqual(6);
		const pods = lines.filter(line => /pod-|POD /u.test(line));
		expect(pods).toHaveLength(4);
		for (const line of pods) {
			expect(cellsOf(line, '│')).toEqual(cellsOf(pods[0] ?? '', '│'));
		}
	});

	test('have failed pods first, and former pods below their successor', async () => {
		const shown = await openedPane({ columns: 120, rows: 60 });
		await shown.write('z');
		await shown.write('3');
		const text = shown.lines().join('\n');
		const at = (name: string): number => text.indexOf(name);
		expect(at('pod-🚀-1')).toBeLessThan(at('└ pod-旧-1'));
		expect(at('└ pod-旧-1')).toBeLessThan(at('pod-好-0'));
	});

	test('scroll by lines, top border first', async () => {
		const many = Array.from({ length: 30 }, (_, index) => ({ PodId: `pod-${index}`, Status: 'Running' }));
		const shown = await openedPane({ columns: 120, rows: 30 }, { Pods: many });
		await shown.write('z');
		await shown.write('3');
		for (let count = 0; count < 22; count += 1) {
			await shown.write('j');
		}
		const lines = shown.lines();
		const cursor = lines.find(line => line.startsWith('▸ │')) ?? '';
		expect(cursor).toMatch(/pod-\d+ /u);
		const numbers = lines.flatMap(line => /│ pod-(\d+) /u.exec(line)?.[1] ?? []);
		expect(numbers.map(Number)).toEqual(numbers.map((_, index) => Number(numbers[0]) + index));
		expect(numbers.length).toBeGreaterThanOrEqual(10);
	});

	test('are drawn in ASCII where the terminal wants it', async () => {
		const shown = await openedPane({ columns: 120, rows: 60 }, {}, true);
		await shown.write('3');
		const pane = paneOf(shown.lines());
		expect(pane.join('\n')).toMatch(/\+-+\+/u);
		expect(pane.join('\n')).not.toMatch(/[┌┬┐├┼┤└┴┘│─]/u);
	});
});

describe('the pane', () => {
	test('names the refusal of GetJob and shows what the list has', async () => {
		const shown = await openedPane({ columns: 120, rows: 30 });
		const failure = aFailure('not-allowed', { message: 'You may not see all of this job here.', RequestId: 'R-1' });
		await shown.api.jobCalls[0]?.answer(failed(failure));
		const text = shown.lines().join('\n');
		expect(text).toContain('✗ GetJob: needs paidlc:GetJob; what the list has is shown.');
		expect(text).toContain('大模型预训练');
	});

	test('takes what GetJob tells more', async () => {
		const shown = await openedPane({ columns: 120, rows: 50 });
		await shown.api.jobCalls[0]?.answer(success({ JobId: 'dlc1', Description: '一次尝试' }));
		expect(shown.lines().join('\n')).toMatch(/description +一次尝试/u);
	});

	test('marks what changed with the last poll', async () => {
		const shown = await openedPane({ columns: 120, rows: 50 });
		await shown.api.jobCalls[0]?.answer(success({ JobId: 'dlc1' }));
		while (shown.program.getState().poll.kind === 'fetching') {
			await shown.api.last().answer(success(aPage([], 0)));
		}
		shown.clock.advance(10_000);
		await shown.api.last().answer(success(aPage([namedJob('dlc1', { ...item, SubStatus: 'Preempted' })])));
		const marked = paneOf(shown.lines()).filter(line => line.startsWith(' •'));
		expect(marked).toHaveLength(1);
		expect(marked[0]).toContain('Preempted');
	});

	test('shows hits and their number while searching', async () => {
		const shown = await openedPane({ columns: 120, rows: 30 });
		await shown.write('/');
		await shown.write('用户');
		expect(shown.lines().at(-1)).toContain('/用户▏');
		await shown.write('\r');
		expect(shown.lines().join('\n')).toContain('hit 1/1');
		expect(shown.lines().find(line => line.startsWith('▸ ') && line.includes('用户错误'))).toBeDefined();
	});

	test('cuts with a mark where it does not wrap', async () => {
		const shown = await openedPane({ columns: 80, rows: 24 });
		await shown.write('w');
		const long = shown.lines().find(line => line.includes('节点故障')) ?? '';
		expect(long).toMatch(/…$/u);
		expect(displayWidth(long)).toBeLessThanOrEqual(80);
	});
});
