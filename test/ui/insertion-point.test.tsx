import { afterEach, describe, expect, test } from 'vitest';
import { displayWidth } from '../../source/text/width.ts';
import { drawn } from '../support/drawing.ts';
import { cleanup } from '../support/ink.tsx';
import { settled } from '../support/settled.ts';

afterEach(cleanup);

const sizes = [
	{ columns: 120, rows: 30 },
	{ columns: 80, rows: 24 },
	{ columns: 40, rows: 10 },
];
const longWide = '训练'.repeat(60);

describe.each([
	['the filter', '/'],
	['the filter, with a mistake in it', '/nosuch:'],
	['the command line', ':'],
	['the search of the pane', '\r/'],
	['the filter of the logs', 'lf'],
	['the search of the logs', 'l/'],
	['the search for a column', ':columns\r/'],
	['the search of the help', '?/'],
	['the filter form', 'F'],
])('in %s', (_, keys) => {
	test.each([longWide, 'x'.repeat(200), `${'e\u0301'.repeat(150)}👩‍💻`])(
		'one sees where the next letter goes, however long the text',
		async text => {
			const shown = await drawn(sizes[0] ?? { columns: 120, rows: 30 });
			for (const part of keys.split(/(?<=\r)/)) {
				await shown.write(part);
			}
			await shown.write(`\x1b[200~${text}\x1b[201~`);
			for (const size of sizes) {
				await shown.resize(size);
				shown.clock.advance(1000);
				await settled();
				const typed = shown.lines().filter(line => line.includes('▏'));
				expect(typed).toHaveLength(1);
				expect(typed[0]).toContain(`${text.slice(-4)}▏`);
				expect(Math.max(...shown.lines().map(displayWidth))).toBeLessThanOrEqual(size.columns);
			}
		},
	);
});
