import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bar } from '../../../source/model/detail/timeline.ts';
import { localTime } from '../../../source/model/detail/times.ts';
import { mostTransitions, observe, transitionsOf } from '../../../source/model/transitions.ts';
import { displayWidth } from '../../../source/text/width.ts';
import { namedJob } from '../../support/jobs.ts';
import { noon } from '../../support/moves.ts';
import { textsFor } from './items.ts';

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

	test('has the restarts that GetJob tells of', () => {
		expect(textsFor('timeline', { RestartRecord: [{ Reason: 'NodeLost' }] })).toContain('    Reason: NodeLost');
	});
});

describe('the log of transitions', () => {
	const job = (id: string, Status: string) => namedJob(id, { Status });

	test('keeps each change of a status with its time, and nothing else', () => {
		const log = observe(
			[],
			[job('a', 'Queuing'), job('b', 'Running')],
			[job('a', 'Running'), job('b', 'Running'), job('c', 'Failed')],
			noon,
		);
		expect(log).toEqual([{ key: 'a', at: noon, from: 'Queuing', to: 'Running' }]);
		expect(transitionsOf(log, 'b')).toEqual([]);
		expect(observe(log, [job('a', 'Running')], [job('a', 'Running')], noon)).toBe(log);
	});

	test('is bounded, and loses the oldest first', () => {
		const full = Array.from({ length: mostTransitions }, (_, at) => ({ key: 'a', at, from: 'x', to: 'y' }));
		const log = observe(full, [job('a', 'Queuing')], [job('a', 'Running')], noon);
		expect(log).toHaveLength(mostTransitions);
		expect(log[0]?.at).toBe(1);
		expect(log.at(-1)).toMatchObject({ to: 'Running' });
	});
});
