import { afterEach, expect, test } from 'vitest';
import { displayWidth } from '../../source/text/width.ts';
import { drawn } from '../support/drawing.ts';
import { cleanup } from '../support/ink.tsx';

afterEach(cleanup);

test.each([
	[120, 30],
	[80, 24],
	[40, 10],
])('the chooser shows the columns and what comes of them at %d × %d', async (columns, rows) => {
	const shown = await drawn({ columns, rows });
	await shown.write(':columns\r');
	expect(shown.lines()[1]).toMatch(/^▸ \[x\] {2}1 status/);
	expect(shown.lines().length).toBeLessThanOrEqual(rows - 1);
	expect(Math.max(...shown.lines().map(displayWidth))).toBeLessThanOrEqual(columns);
	const header = () => shown.lines().find(line => line.startsWith('  STATUS') || line.startsWith('  NAME')) ?? '';
	expect(header()).toContain('STATUS');
	await shown.write(' ');
	expect(header()).not.toContain('STATUS');
	await shown.write('\u001b');
});

test.each([
	[80, 24, / · no room for Settings\.Driver, [^:→]+$/, / {2}no room here {2}Settings/],
	[40, 10, / · no room for Setti…$/, / {2}no room here…$/],
])(
	'the chooser says at %d × %d which ticked columns have no room, and offers no key of the list for it',
	async (columns, rows, head, line) => {
		const shown = await drawn({ columns, rows });
		await shown.write('T');
		await shown.write(':columns\r');
		await shown.write('/Settings.Driver\r');
		await shown.write(' ');
		expect(shown.lines()[0]).toMatch(head);
		expect(shown.lines().find(text => text.startsWith('▸ [x]'))).toMatch(line);
		expect(Math.max(...shown.lines().map(displayWidth))).toBeLessThanOrEqual(columns);
		await shown.write('\r');
		expect(shown.lines().at(-1)).toMatch(/ no room for Setti(…|ng…|ngs\.Driver,.*)$/);
	},
);
