import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, jobsByKey } from '../../../source/model/by-key.ts';
import type { DetailLine, DetailTable } from '../../../source/model/detail/line.ts';
import { bar } from '../../../source/model/detail/timeline.ts';
import { localTime, shortTime } from '../../../source/model/detail/times.ts';
import { mostTransitions, observe, transitionsOf } from '../../../source/model/transitions.ts';
import { displayWidth } from '../../../source/text/width.ts';
import { namedJob } from '../../support/jobs.ts';
import { noon } from '../../support/moves.ts';
import { linesFor, textsFor } from './items.ts';

const at = (minutes: number): string => new Date(noon + minutes * 60_000).toISOString().replace('.000', '');
const local = (minutes: number): string => localTime(noon + minutes * 60_000);

describe('the timeline', () => {
	const history = [
		{ Status: 'Queuing', StartTime: at(-40), EndTime: at(-30), ReasonCode: 'Enqueued', ReasonMessage: 'it waits' },
		{ Status: 'Running', StartTime: at(-30), EndTime: '' },
	];

	test('has a row for each status: from, to, how long, why', () => {
		const texts = textsFor('timeline', { Status: 'Running', StatusHistory: history });
		expect(texts[0]).toBe('Status history');
		expect(texts[2]).toMatch(new RegExp(`◷: Queuing +${local(-40)} → ${local(-30)}  10m +Enqueued: it waits$`));
		expect(texts[3]).toMatch(new RegExp(`●: Running +${local(-30)} → now  30m$`));
	});

	test('gives what has ended one time, and no span to its end', () => {
		const ended = [
			{ Status: 'Running', StartTime: at(-30) },
			{ Status: 'Failed', StartTime: at(-10), ReasonCode: 'JobFailed' },
		];
		const texts = textsFor('timeline', { Status: 'Failed', GmtFinishTime: at(-10), StatusHistory: ended });
		expect(texts[2]).toMatch(new RegExp(`Running +${local(-30)} → ${local(-10)}  20m$`));
		expect(texts[3]).toMatch(new RegExp(`✗: Failed +${local(-10)}  JobFailed$`));
	});

	test('draws each status as long as its share of the time', () => {
		const [, drawn = ''] = textsFor('timeline', { StatusHistory: history }, { width: 42 });
		expect(drawn.trim()).toBe('◷'.repeat(11) + '●'.repeat(29));
		const [, plain = ''] = textsFor('timeline', { StatusHistory: history }, { width: 42, ascii: true });
		expect(plain.trim()).toBe('q'.repeat(11) + '*'.repeat(29));
	});

	test('fills the width whatever the times, with a cell at least for each status', () => {
		const phases = fc.array(
			fc.record({ from: fc.nat(1e9), ms: fc.nat(1e9), Status: fc.constantFrom('Running', 'Queuing') }),
			{
				minLength: 1,
				maxLength: 20,
			},
		);
		fc.assert(
			fc.property(phases, fc.integer({ min: 20, max: 200 }), (given, width) => {
				const drawn = bar(
					given.map(({ Status, from, ms }) => ({ Status, from, to: from + ms })),
					width,
					true,
				);
				const total = given.reduce((sum, { ms }) => sum + ms, 0);
				expect(displayWidth(drawn)).toBe(total === 0 ? given.length : width);
			}),
		);
	});

	test('without a history of the service says what dlctop saw, and that it is observed', () => {
		const transitions = [
			{ key: 'dlc1', at: noon - 120_000, from: 'Queuing', to: 'Running' },
			{ key: 'dlc1', at: noon - 60_000, from: 'Running', to: 'Failed' },
		];
		const texts = textsFor('timeline', { Status: 'Failed' }, { transitions });
		expect(texts[0]).toContain('observed');
		expect(texts.slice(2)).toEqual([
			`  ◷: Queuing               before dlctop looked → ${local(-2)}`,
			`  ●: Running               ${local(-2)} → ${local(-1)}  1m`,
			`  ✗: Failed                ${local(-1)} → still at ${local(0)}  1m`,
		]);
		expect(textsFor('timeline', { Status: 'Running' })[1]).toBe(
			`  ●: Running               before dlctop looked → still at ${local(0)}`,
		);
	});

	const tableOf = (lines: readonly DetailLine[]): DetailTable | undefined =>
		lines.flatMap(line => (line.kind === 'table' ? [line.table] : []))[0];
	const record = {
		JobRestartCount: 2,
		OccurPhase: 'Running',
		OccurTime: at(-20),
		Reason: 'NodeLost',
		RestartStatus: 'Succeeded',
		RestartLevelType: 'JobLevel',
		RestartDurationInSec: 95,
		DetailErrorInfoList: [
			{ ErrorMsg: 'an echo', Pod: 'w-1' },
			{ ErrorMsg: 'the node is gone', Node: 'n-7', Pod: 'w-0', TriggerRestart: true },
		],
		Extra: { Deep: 'kept' },
	};

	test('has a row for each restart that GetJob tells of, then every field', () => {
		const lines = linesFor('timeline', { RestartRecord: [record, { Reason: 'Other' }] }, { width: 200 });
		const table = tableOf(lines);
		expect(table?.rows.map(({ cells }) => cells)).toEqual([
			[
				shortTime(noon - 20 * 60_000),
				'NodeLost: the node is gone: an echo',
				'1m',
				'2 Succeeded',
				'JobLevel',
				'Running',
				'n-7',
				'w-0, w-1',
			],
			['', 'Other', '', '', '', '', '', ''],
		]);
		const texts = textsFor('timeline', { RestartRecord: [record] });
		expect(texts).toEqual(expect.arrayContaining(['Restarts: 1', '    Reason: NodeLost', '      Deep: kept']));
		expect(texts.join()).not.toContain('observed by dlctop, since the service sent none\nRestarts');
	});

	test.each([38, 60, 78, 118])('keeps the time of a restart whole and every row within %i cells', width => {
		const table = tableOf(linesFor('timeline', { RestartRecord: [record] }, { width }));
		expect(table?.columns[0]).toEqual({ title: 'WHEN', width: '11-09 14:03:27'.length });
		expect(table?.columns[1]?.title).toBe('REASON');
		expect((table?.columns ?? []).reduce((sum, column) => sum + column.width + 3, 1)).toBeLessThanOrEqual(width);
	});

	test('marks the restarts that only dlctop saw as observed', () => {
		const transitions = [
			{ key: 'dlc1', at: noon - 120_000, from: 'Running', to: 'Restarting' },
			{ key: 'dlc1', at: noon - 60_000, from: 'Restarting', to: 'Running' },
		];
		for (const RestartRecord of [undefined, []]) {
			const item = RestartRecord === undefined ? {} : { RestartRecord };
			const lines = linesFor('timeline', item, { transitions });
			expect(tableOf(lines)?.rows[0]?.cells).toEqual([shortTime(noon - 120_000), 'observed', '1m', '', '', 'Running']);
			expect(textsFor('timeline', item, { transitions })).toContain(
				'Restarts: 1 observed by dlctop, since the service sent none',
			);
		}
		expect(textsFor('timeline', {}).join()).not.toContain('Restarts');
	});

	test.each([['text'], [7], [[null, 'x']], [{ a: 1 }]])('shows restarts of another form as they came: %j', sent => {
		expect(JSON.stringify(linesFor('timeline', { RestartRecord: sent }))).toContain('RestartRecord');
	});
});

describe('the log of transitions', () => {
	const job = (id: string, Status: string) => namedJob(id, { Status });

	test('keeps each change of a status with its time, and nothing else', () => {
		const log = observe(
			[],
			differenceOf(
				jobsByKey([job('a', 'Queuing'), job('b', 'Running')]),
				jobsByKey([job('a', 'Running'), job('b', 'Running'), job('c', 'Failed')]),
			),
			noon,
		);
		expect(log).toEqual([{ key: 'a', at: noon, from: 'Queuing', to: 'Running' }]);
		expect(transitionsOf(log, 'b')).toEqual([]);
		expect(observe(log, differenceOf(jobsByKey([job('a', 'Running')]), jobsByKey([job('a', 'Running')])), noon)).toBe(
			log,
		);
	});

	test('is bounded, and loses the oldest first', () => {
		const full = Array.from({ length: mostTransitions }, (_, at) => ({ key: 'a', at, from: 'x', to: 'y' }));
		const log = observe(full, differenceOf(jobsByKey([job('a', 'Queuing')]), jobsByKey([job('a', 'Running')])), noon);
		expect(log).toHaveLength(mostTransitions);
		expect(log[0]?.at).toBe(1);
		expect(log.at(-1)).toMatchObject({ to: 'Running' });
	});
});
