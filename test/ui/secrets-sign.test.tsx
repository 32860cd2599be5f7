import { describe, expect, test } from 'vitest';
import { success } from '../../source/model/failure.ts';
import { type Shown, show } from '../support/ink.tsx';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { sizes } from '../support/opened-pane.ts';
import { settled } from '../support/settled.ts';

const DisplayName = '很长的名字-🚀-'.repeat(20);

/** Two jobs with names that are longer than a line, both marked. */
const twoMarked = async (size: (typeof sizes)[number]): Promise<Shown> => {
	const shown = show({ ...aState(), size });
	shown.program.send({ type: 'started' });
	const jobs = ['dlc1', 'dlc2'].map(id => namedJob(id, { DisplayName, Envs: { HF_TOKEN: id } }));
	await shown.api.last().answer(success(aPage(jobs)));
	await shown.write('  ');
	await settled();
	return shown;
};

describe.each(sizes)('at $columns × $rows', size => {
	test.each([
		['the pane', '\r'],
		['the logs', 'l'],
		['the differences', '='],
	])('%s say for as long as secrets are shown that they are, however long the name of the job is', async (_, key) => {
		const shown = await twoMarked(size);
		await shown.write(key);
		expect(shown.lines().join('\n')).not.toContain('SECRETS SHOWN');
		await shown.write('x');
		await shown.write('j');
		expect(shown.lines().join('\n')).toContain('SECRETS SHOWN');
		await shown.write('x');
		expect(shown.lines().join('\n')).not.toContain('SECRETS SHOWN');
	});
});
