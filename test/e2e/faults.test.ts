import { describe, expect, test } from 'vitest';
import { type FaultName, faultNames } from '../../source/tables/faults.ts';
import { openMonitor, runInTerminal } from '../support/monitor.ts';
import { isLive, pollState, tableRows } from '../support/screens.ts';

type Lines = readonly string[];
const quiet = (lines: Lines): boolean => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? '');

type Expected = {
	/** How the first line begins to tell of it, and what it says comes next. */
	readonly state: RegExp;
	/** The sentence of the last line. */
	readonly says: RegExp;
	/** Nothing comes by itself for now: the user asks. */
	readonly byKey?: true;
};

const retry = String.raw`retry at \d\d:\d\d:\d\d$`;
const id = ' · RequestId [0-9A-F-]{36}$';
const throttled = (Code: string): Expected => ({
	state: new RegExp(`^⚠ throttled, ${retry}`, 'u'),
	says: new RegExp(`${Code}: The service asks for fewer requests \\(flow control\\)\\.${id}`),
});
const troubled = (words: string, says: string): Expected => ({
	state: new RegExp(`^⚠ ${words}, ${retry}`, 'u'),
	says: new RegExp(says),
});
const unreadable = (says: string): Expected => ({ ...troubled('unreadable answer', says), byKey: true });
const halted = (words: string, says: string): Expected => ({
	state: new RegExp(`^✗ ${words}`, 'u'),
	says: new RegExp(`${says}${id}`),
	byKey: true,
});
const here = String.raw`127\.0\.0\.1:\d+`;

const expected: Readonly<Partial<Record<FaultName, Expected>>> = {
	throttled: throttled('Throttling.User'),
	'throttled-seconds': throttled('Throttling'),
	'throttled-date': throttled('Throttling.Api'),
	'throttled-limit': throttled('Throttling.User'),
	'throttled-bare': throttled('Throttling.User'),
	'internal-error': troubled('service error', `InternalError: The service has an internal error\\.${id}`),
	'bad-gateway': troubled(
		'service error',
		'A web page came instead of an answer: something in between said HTTP 502\\.',
	),
	unavailable: troubled('service error', `ServiceUnavailable: The service is not available for now\\.${id}`),
	forbidden: halted(
		'not allowed: This needs the permission paidlc:ListJobs',
		'NoPermission: You may not list jobs here\\.',
	),
	'unknown-key': halted(
		'signed out: Check the AccessKey pair',
		'InvalidAccessKeyId.NotFound: The service does not know the AccessKey\\.',
	),
	'bad-signature': halted(
		'signed out: Check the AccessKey pair',
		'SignatureDoesNotMatch: The AccessKey secret does not belong to the AccessKey\\.',
	),
	'expired-token': halted(
		'signed out: Set new keys',
		'InvalidSecurityToken.Expired: The temporary keys \\(environment\\) have expired\\.',
	),
	hangup: troubled('no connection', `${here} closed the connection before its answer was complete\\.`),
	reset: troubled('no connection', `${here} closed the connection before its answer was complete\\.`),
	silent: troubled('no connection', `${here} did not answer within 3 s\\.`),
	trickle: troubled('no connection', `${here} sent only a part of its answer within 3 s\\.`),
	truncated: unreadable(`The answer is not JSON, or breaks off\\.${id}`),
	'jobs-null': unreadable(`The answer of ListJobs has no Jobs and TotalCount \\d+\\.${id}`),
	'jobs-object': unreadable(`Jobs in the answer of ListJobs is an object, not a list\\.${id}`),
	empty: unreadable(`The answer is not JSON, or breaks off\\.${id}`),
	huge: unreadable('The answer is longer than 32 MiB, which no page of jobs is\\.'),
	'gzip-bomb': unreadable('The answer is longer than 32 MiB, which no page of jobs is\\.'),
	redirect: troubled('service error', 'The service answered HTTP 302\\.'),
};

/** Faults whose answers can be shown all the same, or that are cured at once; the second test has them. */
const harmless: readonly FaultName[] = ['clock-skew', 'count-text', 'duplicates', 'late', 'shrinking'];

describe('a service that misbehaves', () => {
	test('keeps the rows, names the cause and the next try, and is live with the next good answer', async () => {
		expect([...Object.keys(expected), ...harmless].toSorted()).toEqual([...faultNames].toSorted());
		const terminal = await openMonitor({ columns: 200, args: ['--request-timeout', '3'] });
		let rows = tableRows(await terminal.waitFor(quiet, 'a quiet service'));
		const isMet =
			({ state, says }: Expected) =>
			(lines: Lines): boolean =>
				state.test(pollState(lines)) && says.test(lines.at(-2) ?? '');
		for (const name of faultNames) {
			const wanted = expected[name];
			if (wanted !== undefined) {
				terminal.service.failNext(name);
				terminal.press('r');
				const during = await terminal.waitFor(isMet(wanted), `the sentence of ${name}`);
				expect(tableRows(during), name).toEqual(rows);
				if (wanted.byKey === true) {
					terminal.press('r');
				}
				rows = tableRows(await terminal.waitFor(isLive, `the recovery from ${name}`));
			}
		}
	}, 120_000);

	test('shows what can be shown, says what is odd about it, and waits for what is late', async () => {
		const terminal = await openMonitor({ columns: 200 });
		await terminal.waitFor(quiet, 'a quiet service');
		const meet = async (name: FaultName, wanted: RegExp): Promise<void> => {
			terminal.service.failNext(name);
			terminal.press('r');
			await terminal.waitFor(wanted, name);
			await terminal.waitFor(isLive, `the answer to ${name}`);
		};
		await meet('duplicates', /50 of \d+ jobs, 50 sent twice/);
		await meet('count-text', /page 1\/\? · 50 jobs, the service sent no count/);
		await meet('late', /◌ waiting since \d\d:\d\d:\d\d/u);
		await meet('clock-skew', /this machine's clock is \d\d min behind the service's: signatures and ages go by/);
		await meet('clock-skew', /this machine's clock is right again/);
		terminal.press('n');
		await terminal.waitFor(/page 2\//, 'the second page');
		await meet('shrinking', /page 2 is gone; this is the last one/);
	});

	test('is asked nothing before the time that it named, whatever is pressed', async () => {
		const terminal = await openMonitor({ columns: 200 });
		await terminal.waitFor(quiet, 'a quiet service');
		const before = terminal.service.requests();
		const refusal = { status: 429, Code: 'Throttling', Message: 'no', headers: { 'x-acs-retry-after': '4000' } };
		terminal.service.failNext(refusal);
		terminal.press('r');
		await terminal.waitFor(/⚠ throttled, retry at/u, 'the refusal');
		terminal.press('r', 't');
		terminal.press('enter');
		await terminal.waitFor(/asks at \d\d:\d\d:\d\d: the service asks to wait/, 'the pane that waits');
		expect(terminal.service.requests() - before).toBe(1);
		await terminal.waitFor(/● live/u, 'the recovery');
	});

	test('is named CHAOS in the demo, and does what it is told to', async () => {
		const terminal = runInTerminal({ args: ['--demo', '--chaos=unavailable', '--interval', '2'] });
		await terminal.waitFor(/dlctop DEMO · CHAOS/, 'the name');
		await terminal.waitFor(/ServiceUnavailable: The service is not available/, 'the fault');
		await terminal.waitFor(isLive, 'the recovery');
	});
});
