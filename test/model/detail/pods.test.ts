import { describe, expect, test } from 'vitest';
import { shortTime, timeOfDay } from '../../../source/model/detail/times.ts';
import type { JsonObject } from '../../../source/model/json.ts';
import { sanitize } from '../../../source/text/sanitize.ts';
import { linesFor } from './items.ts';

/** Hours before noon of a day, by the clock of the machine, so that the day is the same in every zone. */
const noonHere = new Date(2026, 10, 27, 12).getTime();
const hour = 3_600_000;
const sent = (ms: number): string => new Date(ms).toISOString().replace('.000', '');

const pod = (index: number, start: number, finish: number): JsonObject => ({
	PodId: `dlc1k3b7x2m4f9qz-worker-${index}`,
	Status: 'Succeeded',
	NodeName: `lingjun-g8-7xk${index}`,
	Ip: `10.21.144.10${index}`,
	GmtCreateTime: sent(start - 1_000),
	GmtStartTime: sent(start),
	GmtFinishTime: sent(finish),
});

const tableOf = (Pods: readonly JsonObject[], width: number) => {
	const lines = linesFor('roles', { Pods: [...Pods] }, { width });
	const shown = lines.flatMap(line => (line.kind === 'table' ? [line.table] : []))[0];
	const columns = shown?.columns ?? [];
	const cut = columns.flatMap(({ title, width: cells }, index) =>
		shown?.rows.some(row => sanitize(row.cells[index] ?? '').length > cells) ? [title] : [],
	);
	const headings = lines.flatMap(line => (line.kind === 'field' && line.label === 'Pods' ? [line.text] : []));
	return { titles: columns.map(({ title }) => title), rows: shown?.rows.map(row => row.cells) ?? [], cut, headings };
};

describe('the times of pods', () => {
	const run = [pod(0, noonHere, noonHere + 40_000), pod(1, noonHere - hour, noonHere)];
	const long = [pod(0, noonHere - 30 * hour, noonHere), pod(1, noonHere - hour, noonHere)];

	test('are without a date where all are of one day, which the heading has then', () => {
		const { rows, headings } = tableOf(run, 118);
		expect(headings).toEqual(['2 · times of 11-27']);
		expect(rows[0]?.slice(4)).toEqual([noonHere, noonHere + 40_000, noonHere - 1_000].map(timeOfDay));
		expect(timeOfDay(noonHere)).toBe('12:00:00');
	});

	test('have their dates where the days differ, those of former runs too', () => {
		const { rows, headings } = tableOf(long, 160);
		expect(headings).toEqual(['2']);
		expect(rows[0]?.slice(4, 6)).toEqual([noonHere - 30 * hour, noonHere].map(shortTime));
		const restarted = { ...pod(0, noonHere, noonHere + 1), HistoryPods: [pod(0, noonHere - 30 * hour, noonHere)] };
		expect(tableOf([restarted], 160).headings).toEqual(['1']);
	});

	test('are whole at every width that shows them, and CREATED goes before anything else of a pod is cut', () => {
		for (const pods of [run, long]) {
			for (let width = 36; width <= 200; width += 1) {
				const { titles, cut } = tableOf(pods, width);
				expect(cut.filter(title => !['STATUS', 'NODE', 'IP'].includes(title))).toEqual([]);
				expect(titles.includes('CREATED') && cut.length > 0).toBe(false);
			}
			expect(tableOf(pods, 118)).toMatchObject({ cut: [] });
		}
	});
});
