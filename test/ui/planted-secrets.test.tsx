import { describe, expect, test } from 'vitest';
import type { Effect } from '../../source/model/effect.ts';
import { success } from '../../source/model/failure.ts';
import type { JsonObject } from '../../source/model/json.ts';
import { readLines } from '../../source/model/logs/read.ts';
import { report } from '../../source/report/report.ts';
import { pageOf } from '../report/page.ts';
import { namedJob } from '../support/jobs.ts';
import { happen, noon, pressAll, showing } from '../support/moves.ts';
import { openedPane } from '../support/opened-pane.ts';

/** Every way in which a secret is known, with a word in each that must never be seen. */
const planted = [
	'--password hunter2',
	'--password \\\n  hunter2 --lr 1',
	'DB_PASS=hunter2 run',
	'curl -u me:hunter2 https://h',
	'mysql -phunter2 db',
	'https://me:hunter2@h/x',
	'https://b/o?OSSAccessKeyId=hunter2&Signature=hunter2',
	'Authorization: Bearer hunter2',
	'{"value": "hunter2", "name": "HF_TOKEN"}',
	'-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----',
	'ghp_hunter20123456789abcdefABCD',
	'sk-hunter20123456789abcdefABCD',
	'wandb login hunter2 && run',
	'HF_TOKEN=$(echo hunter2) run',
	'- name: HF_TOKEN\n  value: hunter2',
	'passwords = ["hunter2", "hunter2"]',
	'machine h login me password hunter2',
	'git config user.password hunter2',
	'<password>hunter2</password>',
	'https://open.feishu.cn/open-apis/bot/v2/hook/hunter2',
];

const itemWith = (secret: string): JsonObject => ({
	DisplayName: `run ${secret}`,
	Status: 'Failed',
	ReasonMessage: secret,
	UserCommand: secret,
	Envs: { PLAIN: secret, HF_TOKEN: 'hunter2', NESTED: JSON.stringify({ a: [{ cmd: secret }] }) },
	CustomEnvs: [{ Key: 'DB_PASSWORD', Value: 'hunter2' }],
	JobSpecs: [{ Type: 'Worker', Image: 'i', ImageConfig: { Password: 'hunter2', Auth: 'hunter2' } }],
	Pods: [{ PodId: 'dlc1-worker-0', PodUid: 'u', Type: 'worker', Status: 'Failed' }],
	RestartRecord: [{ Reason: secret, DetailErrorInfoList: [{ ErrorMsg: secret }] }],
	Unknown: { Deep: [secret] },
});

/** What leaves with an order: a text to copy, to page, or to write. */
const textOf = (effect: Effect): string => ('text' in effect ? effect.text : '');

describe.each(planted)('a secret planted as %j', secret => {
	const item = itemWith(secret);

	test('is on no screen of the pane and of the logs', async () => {
		const shown = await openedPane({ columns: 160, rows: 60 }, item);
		for (const key of ['1', '2', '3', '4', '5', '6', '7', 'z']) {
			await shown.write(key);
			expect(shown.lines().join('\n')).not.toContain('hunter2');
		}
		await shown.write('l');
		await shown.api.lineCalls.at(-1)?.answer(success(secret.split('\n').map(line => `2026-11-09 12:00:00  ${line}`)));
		expect(shown.lines().join('\n')).toContain('••••');
		expect(shown.lines().join('\n')).not.toContain('hunter2');
	});

	test('leaves with no copy, page or file, also after x', () => {
		const list = showing([namedJob('dlc1', item)]);
		for (const keys of [
			['C', 'n'],
			['C', 'r'],
			['C', 'j'],
			['enter', 'x', 'C', 'j'],
			...['1', '2', '3', '4', '5', '7'].map(section => ['enter', 'x', section, 'ctrl+o']),
		]) {
			const text = pressAll(list, keys).effects.map(textOf).join('\n');
			expect(text).not.toBe('');
			expect(text).not.toContain('hunter2');
		}
		const asked = pressAll(list, ['l']).state;
		const lines = secret.split('\n');
		const logs = happen(
			asked,
			{ type: 'lines-arrived', request: asked.lastRequest, lines: readLines(lines) },
			noon,
		).state;
		const saved = pressAll(logs, ['x', 'S', 'enter']).effects.map(textOf).join('\n');
		expect(saved).toContain('••••');
		expect(saved).not.toContain('hunter2');
	});

	test.each(['json', 'ndjson', 'csv', 'table', 'wide'] as const)('is in no page printed as %s', format => {
		const { text } = report(pageOf([{ JobId: 'dlc1', ...item }]), { format, now: noon });
		expect(text).not.toContain('hunter2');
	});
});
