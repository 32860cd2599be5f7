import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configOf, mistakesIn } from './support/config.ts';

test('the example of the README is understood, and uses every section', () => {
	const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
	const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
	expect(mistakesIn(example)).toEqual([]);
	const { values, views, places, warnings, theme } = configOf(example);
	expect(warnings).toEqual([]);
	expect(values.size).toBeGreaterThan(3);
	expect(views.map(({ name }) => name)).toEqual(['night', 'oom']);
	expect([...places.keys()].map(path => path.split('.')[0])).toEqual(
		expect.arrayContaining(['columns', 'views', 'keys', 'thresholds', 'theme']),
	);
	expect(theme.size).toBe(2);
});
