import { isJsonArray, type JsonObject } from '../../source/model/json.ts';
import { makeService } from '../../source/simulator/service.ts';
import { start, world } from './moments.ts';
import { signed } from './sign.ts';

const key = { AccessKeyId: 'LTAItest', AccessKeySecret: 'secret' };

/** Asks the service of the tests' world for an operation on a path below `/api/v1/jobs/`. */
export const ask = (action: string, path: string, rawQuery = '', now = start) =>
	makeService(world, [key], { fuzzyJobId: true, commaStatus: false })(
		signed(key, now, { path: `/api/v1/jobs/${path}`, rawQuery, headers: { 'x-acs-action': action } }),
		now,
	);

/** The lines of an answer; fails the test where it is a refusal. */
export const linesOf = (answer: ReturnType<typeof ask>, name: 'Logs' | 'Events'): readonly string[] => {
	if (!answer.ok) {
		throw new Error(answer.problem.Message);
	}
	const lines: JsonObject[string] | undefined = answer.value[name];
	if (lines === undefined || !isJsonArray(lines)) {
		throw new Error(`${name} is no list`);
	}
	return lines.map(String);
};
