import { describe, expect, test } from 'vitest';
import { causeOf, isGenericReason, longestCause } from '../../source/text/cause.ts';
import { displayWidth } from '../../source/text/width.ts';

describe('the cause in a message', () => {
	test.each([
		['Pod dlc3p6t0y7q2kdz5-worker-3 exited with code 137: container used 80 GiB', 'exit 137: container used 80 GiB'],
		['Pod dlc3p6t0y7q2kdz5-worker-3 exited with code 139', 'exit 139'],
		['ValueError: loss is nan\n  at step 12', 'ValueError: loss is nan at step 12'],
		['no answer of http://10.0.0.1:80/x for dlc3p6t0y7q2kdz5', 'no answer of <url> for <id>'],
		['node 10.1.2.3:22 left', 'node <address> left'],
		['', ''],
		[' \n ', ''],
	])('%j is %j', (message, cause) => {
		expect(causeOf(message)).toBe(cause);
	});

	test('is short, and cut with a mark, whatever the message', () => {
		for (const message of ['x'.repeat(9999), '中'.repeat(500), `${'中文 '.repeat(80)}`]) {
			expect(displayWidth(causeOf(message))).toBeLessThanOrEqual(longestCause);
			expect(causeOf(message)).toMatch(/…$/u);
		}
	});
});

test.each([
	['JobFailed', true],
	['PodFailed', true],
	['Failed', true],
	['UnknownError', true],
	['ImagePullFailed', false],
	['NodeUnhealthy', false],
	['OOM', false],
	['', false],
])('the reason %j says no more than the status: %s', (code, expected) => {
	expect(isGenericReason(code)).toBe(expected);
});
