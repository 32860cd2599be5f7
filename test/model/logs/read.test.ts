import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hold, nothingHeld } from '../../../source/model/logs/held.ts';
import { readInSlices, readLines } from '../../../source/model/logs/read.ts';
import { readInTurns } from '../../../source/runtime/read-in-turns.ts';
import { stampTime, startsBefore } from '../../../source/text/log-line.ts';
import { maskLines } from '../../../source/text/log-mask.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const half = 'x'.repeat(500);
const twoThousand = Array.from({ length: 2000 }, (_, index) => `2026-11-09 12:00:00  step ${index} ${half}`);

describe('an answer of lines', () => {
	test('is read in slices of a few hundred lines, and comes out as if it were read at once', () => {
		const reading = readInSlices(twoThousand);
		let slices = 1;
		let step = reading.next();
		for (; step.done !== true; step = reading.next()) {
			slices += 1;
		}
		expect(slices).toBeGreaterThan(8);
		expect(step.value).toEqual(readLines(twoThousand));
		expect(step.value).toMatchObject({ sent: 2000, lines: twoThousand });
	});

	test('lets a turn pass after each slice, so that a key comes in between', async () => {
		const clock = createFakeClock(0);
		let isRead = false;
		const read = readInTurns(twoThousand, clock).then(lines => {
			isRead = true;
			return lines;
		});
		let turns = 0;
		for (; !isRead && turns < 100; turns += 1) {
			clock.advance(0);
			await Promise.resolve();
			await Promise.resolve();
			await Promise.resolve();
		}
		expect(turns).toBeGreaterThan(8);
		expect((await read).lines).toEqual(twoThousand);
	});

	test('that is small is read without a pause', async () => {
		const clock = createFakeClock(0);
		expect(await readInTurns(['a', 'b'], clock)).toMatchObject({ sent: 2, lines: ['a', 'b'] });
		expect(clock.pending()).toEqual([]);
	});

	test('is masked ahead of its turn as it is in its turn, whatever stood before it', () => {
		const line = fc.constantFrom(
			'step 1',
			'TOKEN=hunter2',
			'export TOKEN="hunter2',
			'hunter2" and on',
			'  password: |',
			'    hunter2',
			'- name: HF_TOKEN',
			'  value: hunter2',
			'-----BEGIN RSA PRIVATE KEY-----',
			`${'aB3'.repeat(21)}`,
			'aB3',
			'-----END RSA PRIVATE KEY-----',
			'--password \\',
			'hunter2',
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (before, next) => {
				const held = hold(nothingHeld, before, { StartTime: undefined, isFull: false });
				const { lines, ahead } = readLines(next);
				const asked = { StartTime: 0, isFull: true };
				expect(hold(held, lines, { ...asked, ahead })).toEqual(hold(held, lines, asked));
				expect(maskLines(lines, 'outside', ahead)).toEqual(maskLines(lines));
			}),
		);
	});

	test('is masked from what was masked ahead, so that taking it in costs little', () => {
		const ahead = new Map([['step 1', 'was looked up']]);
		expect(maskLines(['step 1', 'step 2'], 'outside', ahead).lines).toEqual(['was looked up', 'step 2']);
	});
});

test('a line starts before a moment as its time says, also with a zone, a fraction, or no time', () => {
	const time = fc.record({
		at: fc.integer({ min: Date.parse('2025-12-31T23:59:00Z'), max: Date.parse('2026-01-01T00:01:00Z') }),
		form: fc.constantFrom('T', ' '),
		end: fc.constantFrom('', 'Z', '+08:00', '.5', ',123Z'),
	});
	fc.assert(
		fc.property(fc.array(time, { maxLength: 8 }), time, (times, { at: moment }) => {
			const isBefore = startsBefore(moment);
			const lines = times.map(({ at, form, end }) => new Date(at).toISOString().slice(0, 19).replace('T', form) + end);
			for (const line of [...lines.map(stamp => `${stamp} a`), ...lines, 'no time']) {
				expect(isBefore(line)).toBe((stampTime(line) ?? Number.NEGATIVE_INFINITY) < moment);
			}
		}),
	);
});
