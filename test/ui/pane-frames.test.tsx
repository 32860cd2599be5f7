import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { success } from '../../source/model/failure.ts';
import { show } from '../support/ink.tsx';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { item, openedPane, sizes } from '../support/opened-pane.ts';

// Times stand in the frames in the zone of the machine.
beforeAll(() => {
	vi.stubEnv('TZ', 'UTC');
});
afterAll(() => {
	vi.unstubAllEnvs();
});

const frame = (title: string, lines: readonly string[]): string =>
	[`=== ${title}`, ...lines.map(line => line.trimEnd()), ''].join('\n');

describe.each(sizes)('at $columns × $rows', size => {
	const file = (name: string): string => `./frames/${name}-${size.columns}x${size.rows}.txt`;

	test('the sections of the pane look as they did, with Chinese and emoji in them', async () => {
		const shown = await openedPane(size);
		const frames: string[] = [];
		for (const key of ['1', '2', '3', '4', '5', '6', '7']) {
			await shown.write(key);
			frames.push(frame(`section ${key}`, shown.lines()));
		}
		expect(frames.join('\n')).not.toContain('hf_abcdef');
		await expect(frames.join('\n')).toMatchFileSnapshot(file('pane'));
	});

	test('the differences of two jobs look as they did, with Chinese and emoji in them', async () => {
		const shown = show({ ...aState(), size });
		shown.program.send({ type: 'started' });
		const script = (word: string): string => `set -e\ncd /工作\npython 训练.py --说明 ${word}\necho 完成`;
		const jobs = [
			namedJob('dlc1', { ...item, UserScript: script('一🚀'), Envs: { 说明: '甲', HF_TOKEN: 'hf_abcdef' } }),
			namedJob('dlc2', { ...item, UserScript: script('二'), Envs: { 说明: '乙🚀', HF_TOKEN: 'hf_ghijkl' }, Pods: [] }),
		];
		await shown.api.last().answer(success(aPage(jobs)));
		await shown.write('*');
		await shown.write('=');
		const drawn = frame('differences', shown.lines());
		expect(drawn).not.toContain('hf_');
		await expect(drawn).toMatchFileSnapshot(file('differences'));
	});
});
