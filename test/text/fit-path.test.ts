import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitPath } from '../../source/text/fit-path.ts';
import { displayWidth } from '../../source/text/width.ts';
import { strangeText } from './strange-text.ts';

const registry = 'dsw-registry-vpc.cn-hangzhou.cr.aliyuncs.com/pai';

describe('a path that is too long', () => {
	test.each([
		[`${registry}/slurm:23.11-gpu`, 80, `${registry}/slurm:23.11-gpu`],
		[`${registry}/slurm:23.11-gpu`, 40, 'dsw-registry-vpc.cn…/pai/slurm:23.11-gpu'],
		[`${registry}/slurm:23.11-gpu`, 24, 'dsw-reg…/slurm:23.11-gpu'],
		[`${registry}/pytorch-training:2.6.0-gpu-py312-cu126`, 36, 'dsw…/pytorch-training:2.6.0…12-cu126'],
		[`${registry}/pytorch-training:2.6.0-gpu-py312-cu126`, 31, 'dsw…/pytorch-training:2.6.0-gp…'],
		[`${registry}/pytorch-training:2.6.0-gpu-py312-cu126`, 24, 'dsw…/pytorch-trai…-cu126'],
		['a/pytorch-training:2.6.0-gpu-py312-cu126', 30, 'a/pytorch-training:2.6.0…cu126'],
		['no-path-at-all:2.6.0-cu126', 12, 'no-path-…126'],
		[`${registry}/slurm:23.11-gpu`, 2, 'd…'],
		[`${registry}/slurm:23.11-gpu`, 1, '…'],
	])('of %j in %i cells keeps what tells it from others', (text, width, shown) => {
		expect(fitPath(text, width)).toBe(shown);
	});

	test('never takes more than its cells, whatever the text', () => {
		const parts = fc.array(strangeText, { maxLength: 4 }).map(each => each.join('/'));
		fc.assert(
			fc.property(parts, fc.integer({ min: 1, max: 60 }), (text, width) => {
				expect(displayWidth(fitPath(text, width))).toBeLessThanOrEqual(width);
			}),
			{ numRuns: 2000 },
		);
	});
});
