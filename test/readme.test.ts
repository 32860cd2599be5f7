import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedSections } from './support/readme.ts';

const path = new URL('../README.md', import.meta.url);

const withSection = (text: string, name: string, content: string): string => {
	const start = `<!-- ${name}:start -->`;
	const end = `<!-- ${name}:end -->`;
	const from = text.indexOf(start);
	const to = text.indexOf(end);
	expect(from, `${start} in README.md`).toBeGreaterThan(-1);
	expect(to).toBeGreaterThan(from);
	return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
};

test('the README says what the tables say; `npm run readme` brings it up to date', async () => {
	const found = readFileSync(path, 'utf8');
	let wanted = found;
	for (const [name, content] of Object.entries(generatedSections)) {
		wanted = withSection(wanted, name, await content());
	}
	if (process.env.UPDATE_README === 'yes') {
		writeFileSync(path, wanted);
		return;
	}
	expect(found).toBe(wanted);
});
