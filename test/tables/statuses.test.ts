import { describe, expect, test } from 'vitest';
import {
	failedStatuses,
	liveStatuses,
	type StatusInfo,
	statuses,
	statusOf,
	statusValues,
} from '../../source/tables/statuses.ts';
import { displayWidth } from '../../source/text/width.ts';

const entries: readonly (readonly [string, StatusInfo])[] = Object.entries(statuses);
const documented = entries.filter(([, info]) => info.documented);
const where = (holds: (info: StatusInfo) => boolean): readonly string[] =>
	documented.filter(([, info]) => holds(info)).map(([name]) => name);

describe('the words for statuses', () => {
	test('live is Creating to Restarting, and Stopping', () => {
		const live = [
			'Creating',
			'Queuing',
			'Bidding',
			'EnvPreparing',
			'SanityChecking',
			'Running',
			'Restarting',
			'Stopping',
		];
		expect(where(info => info.live)).toEqual(live);
		expect(liveStatuses).toEqual(live);
	});

	test('failed is Failed and FailedReserving', () => {
		expect(where(info => info.failed)).toEqual(['FailedReserving', 'Failed']);
		expect(failedStatuses).toEqual(['FailedReserving', 'Failed']);
	});

	test('held is the two that are reserving, terminal the three ends', () => {
		expect(where(info => info.held)).toEqual(['SucceededReserving', 'FailedReserving']);
		expect(where(info => info.terminal)).toEqual(['Succeeded', 'Failed', 'Stopped']);
	});

	test('documented are the 13 values of the Status parameter', () => {
		expect(statusValues).toHaveLength(13);
		expect(statusValues.join(',').length).toBeLessThanOrEqual(200);
	});
});

describe('every status', () => {
	test.each(entries)('%s is live, held or ended, and only one of these', (_, { live, held, terminal }) => {
		expect([live, held, terminal].filter(Boolean)).toHaveLength(1);
	});

	test.each(entries)('%s has a sign of one cell, and one in ASCII', (_, { glyph, ascii }) => {
		expect(displayWidth(glyph)).toBe(1);
		expect(ascii).toMatch(/^[!-~]$/);
	});

	test.each(entries)('%s is found by its exact name only', (name, info) => {
		expect(statusOf(name)).toBe(info);
		expect(statusOf(name.toLowerCase()).class).toBe('unknown');
	});
});

test('no two documented statuses share a sign, so that colour is never the only one', () => {
	for (const sign of ['glyph', 'ascii'] as const) {
		const signs = documented.map(([, info]) => info[sign]);
		expect(new Set(signs).size).toBe(signs.length);
	}
});

test.each(['', 'Paused', 'constructor', '__proto__', 'toString'])(
	'of the unknown status "%s" nothing is claimed',
	word => {
		expect(statusOf(word)).toMatchObject({
			class: 'unknown',
			live: false,
			failed: false,
			held: false,
			terminal: false,
			documented: false,
			glyph: '?',
			color: undefined,
		});
	},
);

test('what failed comes first in triage, what ended well last', () => {
	const ranked = documented.toSorted(([, a], [, b]) => a.triageRank - b.triageRank).map(([name]) => name);
	expect(ranked.slice(0, 2)).toEqual(['Failed', 'FailedReserving']);
	expect(ranked.at(-1)).toBe('Succeeded');
});
