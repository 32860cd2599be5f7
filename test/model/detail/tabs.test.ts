import { describe, expect, test } from 'vitest';
import { tabsOf } from '../../../source/model/detail/tabs.ts';
import { type SectionId, sections } from '../../../source/tables/detail-sections.ts';
import { displayWidth } from '../../../source/text/width.ts';

const ids: readonly SectionId[] = sections.map(({ id }) => id);
const line = (section: SectionId, width: number): string =>
	tabsOf(section, width)
		.map(({ text }) => text)
		.join('');

describe('the tabs of the pane', () => {
	test('have their whole titles where there is room', () => {
		expect(line('roles', 120)).toBe(
			' 1 Overview  2 Timeline  3 Roles and pods  4 Command and code  5 Settings  6 Events and logs  7 JSON ',
		);
	});

	test.each(ids)('all have a name at 80 columns, and the open one its whole title: %s', section => {
		const title = sections.find(({ id }) => id === section)?.title;
		expect(tabsOf(section, 80).filter(({ text }) => /^ \d $/.test(text))).toEqual([]);
		expect(tabsOf(section, 80).find(({ open }) => open)?.text).toContain(title);
	});

	test('have names beside the open one first where not all have room, the next one before the former', () => {
		expect(line('timeline', 55)).toBe(' 1 Overview  2 Timeline  3 Pods  4 Code  5  6 Logs  7 ');
		expect(line('timeline', 36)).toBe(' 1  2 Timeline  3 Pods  4  5  6  7 ');
		expect(line('overview', 40)).toBe(' 1 Overview  2 Timeline  3  4  5  6  7 ');
		expect(line('json', 40)).toBe(' 1  2  3  4  5 Settings  6 Logs  7 JSON ');
	});

	test.each(ids)('are never wider than the pane, of whatever width: %s', section => {
		for (let width = 40; width < 130; width += 1) {
			expect(displayWidth(line(section, width))).toBeLessThanOrEqual(width);
			expect(line(section, width).match(/\d/g)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
		}
	});
});
