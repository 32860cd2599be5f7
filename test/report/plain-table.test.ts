import { describe, expect, test } from 'vitest';
import { report } from '../../source/report/report.ts';
import { columnOf } from '../../source/tables/column-of.ts';
import { columnIds } from '../../source/tables/columns.ts';
import { displayWidth } from '../../source/text/width.ts';
import { answeredAt, items, pageOf } from './page.ts';

const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1);

describe('the printed table', () => {
	test('lines up its columns by what the terminal draws, and shows no control character', () => {
		const columns = ['status', 'name', 'user', 'gpus', 'age', 'run'];
		const { text } = report(pageOf(items), { format: 'table', columns, now: answeredAt });
		expect(linesOf(text)).toEqual([
			'STATUS   NAME                                   USER   GPU  AGE    RUN',
			'Running  llm-pretrain                           alice   64  3d02h  1h00',
			'Queuing  nightly-评估-中文                      鲍勃        12m    -',
			'Failed   ␛[31mred␛]0;owned␇ ·gpj.exe␊next·2J··  👩‍🚀       8         -',
		]);
		expect(text.endsWith('\n')).toBe(true);
	});

	test('is not cut where no width is given', () => {
		const { text } = report(pageOf([{ JobId: 'dlc1', DisplayName: 'x'.repeat(300) }]), {
			format: 'table',
			now: answeredAt,
		});
		expect(text).toContain('x'.repeat(300));
		expect(text).toContain('NODES');
	});

	test.each([120, 80, 40, 20, 5])('keeps to a terminal of %i columns', width => {
		const { text } = report(pageOf(items), { format: 'table', now: answeredAt, width });
		expect(Math.max(...linesOf(text).map(displayWidth))).toBeLessThanOrEqual(width);
		expect(linesOf(text)).toHaveLength(4);
	});

	test('loses the unimportant columns first', () => {
		const { text } = report(pageOf(items), { format: 'table', now: answeredAt, width: 64 });
		expect(linesOf(text)[0]).toMatch(/^STATUS +NAME +USER +GPU +AGE +RUN$/);
	});

	test('in its wide form, and of columns asked for by name, loses none', () => {
		const wide = report(pageOf(items), { format: 'wide', now: answeredAt, width: 40 }).text;
		expect(linesOf(wide)[0]?.split(/ {2,}/).sort()).toEqual(columnIds.map(id => columnOf(id)?.title).sort());
		const chosen = report(pageOf(items), { format: 'table', columns: ['image', 'id'], now: answeredAt, width: 5 }).text;
		expect(linesOf(chosen)).toEqual(['IMAGE  JOB ID', '       dlc1', '       dlc2', '       dlc3']);
	});

	test('says beside its name what of a job could not be read', () => {
		const { text } = report(pageOf([{ JobId: 'dlc1', DisplayName: ['x'] }]), { format: 'table', now: answeredAt });
		expect(text).toContain('⚠ cannot read DisplayName');
	});

	test('masks a secret in a reason and in an image', () => {
		const job = {
			JobId: 'dlc1',
			ReasonMessage: 'exit 1: TOKEN=hunter2 python a.py',
			JobSpecs: [{ Image: 'https://me:hunter2@registry/x' }],
		};
		for (const format of ['wide', 'csv', 'ndjson', 'json'] as const) {
			const { text } = report(pageOf([job]), { format, now: answeredAt });
			expect(text).not.toContain('hunter2');
			expect(text).toContain('python a.py');
		}
	});
});
