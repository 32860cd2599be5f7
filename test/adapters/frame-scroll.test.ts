import { describe, expect, test } from 'vitest';
import { scrollBetween } from '../../source/adapters/frame-scroll.ts';
import { openScreen } from './open-screen.ts';

const job = (index: number): string =>
	`dlc${String(index).padStart(12, '0')}  ● Running  a job with a long name ${index}`;
/** A list under a header and over a foot, from a job on. */
const list = (from: number, rows = 20): readonly string[] => [
	'scope',
	'NAME',
	...Array.from({ length: rows }, (_, index) => job(from + index)),
	'foot',
];

const paint = async (screen: ReturnType<typeof openScreen>, lines: readonly string[]): Promise<string> => {
	screen.sink.write(lines.join('\n'));
	return screen.settle();
};

const shownOf = ({ emulator }: ReturnType<typeof openScreen>): readonly string[] =>
	Array.from(
		{ length: emulator.rows - 1 },
		(_, row) => emulator.buffer.active.getLine(row)?.translateToString(true) ?? '',
	);

describe('rows that stand elsewhere', () => {
	test('are moved within the list, which costs no more than the row that is new', async () => {
		const screen = openScreen(100, 24);
		screen.enter();
		await paint(screen, list(0));
		for (const from of [1, 2, 1, 0, 3]) {
			const written = await paint(screen, list(from));
			expect(shownOf(screen)).toEqual(list(from));
			expect(written.length).toBeLessThan(260);
			expect(written).not.toContain('scope');
		}
	});

	test('are painted where they are too few to be worth it', () => {
		expect(scrollBetween(['a', 'b', 'c', 'd'], ['a', 'c', 'd', 'x'])).toBeUndefined();
		expect(scrollBetween(list(0, 3), list(1, 3))).toBeUndefined();
	});

	test('stay where moving them would spoil as many others', () => {
		const steady = ['1', '2', '3', '4', '5'];
		expect(scrollBetween(['a', 'b', 'c', ...steady, 'x'], [...steady.slice(0, 3), ...steady, 'x'])).toBeUndefined();
	});

	test('leave the margins of the terminal as they were', async () => {
		const screen = openScreen(100, 24);
		screen.enter();
		await paint(screen, list(0));
		expect(await paint(screen, list(2))).toContain('\u001b[3;22r\u001b[3H\u001b[2M\u001b[r');
	});
});
