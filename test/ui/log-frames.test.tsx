import { expect, test } from 'vitest';
import { success } from '../../source/model/failure.ts';
import { drawn } from '../support/drawing.ts';
import { openedPane, sizes } from '../support/opened-pane.ts';

const at = (second: number): string => `2026-11-09 12:00:${String(second).padStart(2, '0')}  `;
const lines = [
	`${at(0)}+ python train.py --max-tokens 4096 --password hunter2`,
	`${at(1)}\u001b[33mWARNING\u001b[0m data loader is slow`,
	`${at(2)}正在读取数据集 /mnt/oss/语料 📦 完成`,
	`${at(3)}\rEval:  10%|█         |\rEval: 100%|██████████| 100/100`,
	`${at(4)}检查点已写入 ✅ 用时 41 秒 🚀`,
	`${at(5)}DEBUG buckets ${Array.from({ length: 90 }, (_, index) => index * 7).join(',')}`,
	`${at(6)}bell\u0007 and ‮reversed‬ text`,
	`${at(7)}torch.OutOfMemoryError: CUDA out of memory`,
];

test.each([
	{ columns: 160, rows: 45 },
	{ columns: 120, rows: 30 },
	{ columns: 80, rows: 24 },
	{ columns: 40, rows: 10 },
])('the log at $columns × $rows is as drawn', async size => {
	const shown = await drawn({ ...size });
	await shown.write('l');
	await shown.api.lineCalls.at(-1)?.answer(success(lines));
	const frames = [shown.lines()];
	await shown.write('fe');
	frames.push(shown.lines());
	await shown.write('\r');
	await shown.write('S');
	frames.push(shown.lines());
	const text = frames.map(frame => frame.join('\n')).join(`\n${'='.repeat(size.columns)}\n`);
	await expect(`${text}\n`).toMatchFileSnapshot(`log-frames/${size.columns}x${size.rows}.txt`);
});

const sizesOfPanes = sizes.map(size => ({ ...size, file: `log-frames/pod-${size.columns}x${size.rows}.txt` }));

test.each(sizesOfPanes)(
	'a pod with Chinese and emoji in its name, log and events is as drawn at $columns × $rows',
	async size => {
		const shown = await openedPane(size);
		const frames: string[] = [];
		const keep = (title: string): void => {
			frames.push(`=== ${title}`, ...shown.lines().map(line => line.trimEnd()));
		};
		await shown.write('l');
		await shown.api.lineCalls
			.at(-1)
			?.answer(success([...lines, `${at(8)}错误：显存不足 🚀 ${'请检查批大小 '.repeat(12)}`]));
		keep('log');
		await shown.write('/显存\r');
		keep('search');
		await shown.write('w');
		keep('not wrapped');
		await shown.write('\t');
		await shown.api.lineCalls
			.at(-1)
			?.answer(success([`${at(1)}拉取镜像 镜像仓库/训练:🚀latest`, `${at(9)}容器退出 137`]));
		keep('events of the pod');
		await shown.write('\t');
		await shown.api.lineCalls.at(-1)?.answer(success([`${at(9)}作业失败 🚀`]));
		keep('events of the job');
		expect(frames.join('\n')).not.toContain('hunter2');
		await expect(`${frames.join('\n')}\n`).toMatchFileSnapshot(size.file);
	},
);
