import { expect, test } from 'vitest';
import { selectedWords } from '../../source/model/select/foot.ts';
import { groupKeys } from '../../source/tables/group-keys.ts';
import { namedJob } from '../support/jobs.ts';
import { press, pressAll, showing } from '../support/moves.ts';

const leaky = (id: string) =>
	namedJob(id, {
		DisplayName: 'run TOKEN=hunter2',
		Status: 'Failed',
		ReasonCode: 'TOKEN=hunter2',
		ReasonMessage: '--password hunter2',
		Envs: { HF_TOKEN: 'hunter2', A: `{"api_key":"hunter2-${id}"}` },
		JobSpecs: [{ Type: 'Worker', Image: 'https://bob:hunter2@registry/x' }],
		UserCommand: `--password hunter2${id}`,
	});

test('what is copied, paged, or stands in the last line and in groups shows no secret of a job', () => {
	const list = showing([leaky('dlc1'), leaky('dlc2')]);
	const steps = [
		...['c', 'n', 'l', 'r', 'j'].map(form => pressAll(list, ['C', form])),
		...['1', '2', '3', '4', '5', '7'].map(section => press(pressAll(list, ['enter', 'x', section]).state, 'ctrl+o')),
		...['c', 'ctrl+o'].map(key => press(pressAll(list, ['*', '=', 'x']).state, key)),
	];
	for (const { effects } of steps) {
		const told = effects.filter(({ type }) => type === 'copy' || type === 'page-text');
		expect(told).toHaveLength(1);
		expect(JSON.stringify(told)).not.toContain('hunter2');
	}
	expect(selectedWords(list)).toContain('run TOKEN=');
	expect(selectedWords(list)).not.toContain('hunter2');
	for (const { of } of Object.values(groupKeys)) {
		expect(of(leaky('dlc1'))).not.toContain('hunter2');
	}
});
