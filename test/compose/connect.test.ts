import { expect, onTestFinished, test } from 'vitest';
import { parseArguments } from '../../source/adapters/arguments.ts';
import { connect } from '../../source/compose/connect.ts';
import { openRun } from '../../source/compose/open-run.ts';
import { noon } from '../support/moves.ts';

test.each(['empty', 'truncated', 'jobs-object', 'gzip-bomb', 'internal-error'])(
	'the figures of a run count each answer once, and one that is spoilt by %s as an error',
	async fault => {
		const given = parseArguments(['--demo', `--chaos=${fault}`], noon);
		const run = given.ok ? openRun(given.value, '1.2.3') : given;
		const connection = given.ok && run.ok ? await connect(given.value, run.value) : undefined;
		if (!run.ok || connection?.ok !== true) {
			throw new Error('no connection');
		}
		const { api, close } = connection.value;
		onTestFinished(close);
		const outcomes: boolean[] = [];
		while (outcomes.length < 4 || !outcomes.includes(false)) {
			outcomes.push((await api.listJobs({}, new AbortController().signal)).ok);
		}
		const bad = outcomes.filter(isGood => !isGood).length;
		expect(run.value.recorder.figures(noon)).toMatchObject({
			requests: outcomes.length,
			answers: outcomes.length - bad,
			errors: bad,
		});
	},
);
