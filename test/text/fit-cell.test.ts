import { expect, test } from 'vitest';
import { fitCell } from '../../source/text/fit-cell.ts';

const image = 'registry.cn-hangzhou.aliyuncs.com/pai/pytorch-training:2.6.0-gpu-py312';

test.each([
	['stands at the left unless it is told otherwise', fitCell('64', 5), '64   '],
	['stands at the right', fitCell('64', 5, { align: 'right' }), '   64'],
	['is cut at its end', fitCell('a-long-name', 6), 'a-lon…'],
	[
		'of a path is cut where it tells least',
		fitCell(image, 40, { isPath: true }),
		'regist…/pytorch-training:2.6.0-gpu-py312',
	],
	['of a short path is padded', fitCell('/pai/x', 8, { isPath: true }), '/pai/x  '],
	['without a width is empty', fitCell(image, 0, { isPath: true }), ''],
])('a cell %s', (_, fitted, wanted) => {
	expect(fitted).toBe(wanted);
});
