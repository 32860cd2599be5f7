import { expect, test } from 'vitest';
import { report } from '../../source/report/report.ts';
import { outputs } from '../../source/tables/flags.ts';
import { answeredAt, items, pageOf } from './page.ts';

test('A list of ids is one a line; an item without one is left out and said so', () => {
	const page = pageOf([{ JobId: 'dlc1' }, { DisplayName: 'x' }, { JobId: 'dlc\u001b[2J2' }]);
	expect(report(page, { format: 'quiet', now: answeredAt })).toEqual({
		text: 'dlc1\ndlc␛[2J2\n',
		warning: 'The service sent 1 item without a JobId; left out here.',
	});
});

test.each(outputs)('A page that is the whole list needs no note: %s', format => {
	expect(report(pageOf(items), { format, now: answeredAt }).warning).toBeUndefined();
});

const talking = outputs.filter(format => format !== 'json');

test.each(talking)('A page of a longer list says so: %s', format => {
	expect(report(pageOf(items, { TotalCount: 683 }), { format, now: answeredAt }).warning).toBe(
		'These are 3 of 683 jobs: --everything prints all, --page-number and --page-size others.',
	);
});

test('What terms of our own leave of a page is not counted against the list of the service', () => {
	const page = pageOf(items, { TotalCount: 683 });
	expect(report(page, { format: 'table', now: answeredAt, isFiltered: true }).warning).toBeUndefined();
});

test.each(talking)('An empty list says so, and prints no job: %s', format => {
	const { text, warning } = report(pageOf([]), { format, now: answeredAt });
	expect(warning).toBe('No job matches these filters in this window.');
	expect(text).not.toContain('dlc');
});

test('Items sent twice are counted, and are not taken for missing ones', () => {
	const page = pageOf([{ JobId: 'dlc1' }, { JobId: 'dlc1' }, { JobId: 'dlc1' }]);
	expect(report(page, { format: 'table', now: answeredAt }).warning).toBe(
		'The service sent 2 items twice; the first of each is here.',
	);
});

test.each(outputs)('What is printed ends with a newline: %s', format => {
	expect(report(pageOf(items), { format, now: answeredAt }).text.endsWith('\n')).toBe(true);
});
