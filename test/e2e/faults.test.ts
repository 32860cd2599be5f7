import { describe, expect, test } from 'vitest';
import { type FaultName, faultNames } from '../../source/tables/faults.ts';
import { openMonitor, runInTerminal } from '../support/monitor.ts';
import { answerTime, isLive, pollState, tableRows } from '../support/screens.ts';

type Lines = readonly string[];
const quiet = (lines: Lines): boolean => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? '');

type Expected = {
	/** How the first line begins to tell of it, and what it says comes next. */
	readonly state: RegExp;
	/** The sentence of the last line. */
	readonly says: RegExp;
	/** What comes next: another try by itself, soon or after a whole period, or only what the user does. */
	readonly next: 'soon' | 'a period later' | 'a key';
};

const retry = String.raw`retry at \d\d:\d\d:\d\d$`;
const id = ' · RequestId [0-9A-F-]{36}$';
const throttled = (Code: string): Expected => ({
	state: new RegExp(`^⚠ throttled, ${retry}`, 'u'),
	says: new RegExp(`${Code}: The service asks for fewer requests \\(flow control\\)\\.${id}`),
	next: 'soon',
});
const troubled = (words: string, says: string): Expected => ({
	state: new RegExp(`^⚠ ${words}, ${retry}`, 'u'),
	says: new RegExp(says),
	next: 'soon',
});
const unreadable = (says: string): Expected => ({ ...troubled('unreadable answer', says), next: 'a period later' });
const halted = (words: string, says: string): Expected => ({
	state: new RegExp(`^✗ ${words}`, 'u'),
	says: new RegExp(`${says}${id}`),
	next: 'a key',
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

/** Faults whose answers can be shown all the same, or that are cured at once. */
const odd: readonly FaultName[] = ['count-text', 'duplicates', 'shrinking'];
const cured: readonly FaultName[] = ['clock-skew', 'late'];

const daySeconds = 86_400;

/** The first clock time in a text, in seconds of the day. */
const clockSeconds = (text: string): number => {
	const [hours = 0, minutes = 0, seconds = 0] = (/\d\d:\d\d:\d\d/.exec(text)?.[0] ?? '').split(':').map(Number);
	return hours * 3_600 + minutes * 60 + seconds;
};

/** Of a view of live jobs alone nothing is asked but its page, so that its requests can be counted. */
const pageAlone = ['--status', 'Running', '--page-size', '10'];

/** An hour is six minutes for dlctop, and it asks every two seconds of ours. */
const inFastTime = { columns: 200, interval: 20, env: { DLCTOP_DEMO_SPEED: '10' } };

const isMet =
	({ state, says }: Expected) =>
	(lines: Lines): boolean =>
		state.test(pollState(lines)) && says.test(lines.at(-2) ?? '');

type Monitor = Awaited<ReturnType<typeof openMonitor>>;

/** Lets the next question of the list meet a fault. */
const plan = ({ service }: Monitor, name: FaultName): void => {
	service.failNext(name);
	// What looks like a connection that was open for too long is asked again at once.
	if (name === 'hangup') {
		service.failNext(name);
	}
};

/** What must be seen during a fault and after it, where dlctop tries again by itself. */
const meetAndRecover = async (terminal: Monitor, name: FaultName, wanted: Expected, rows: Lines): Promise<Lines> => {
	const during = await terminal.waitFor(isMet(wanted), `the sentence of ${name}`);
	const asked = terminal.service.requests();
	expect(tableRows(during), name).toEqual(rows);
	const after = await terminal.waitFor(isLive, `the recovery from ${name}`);
	// Sooner than named is never; how much later depends on the machine.
	const late = clockSeconds(pollState(after)) - clockSeconds(pollState(during));
	expect((late + daySeconds) % daySeconds, `${name}: s after the time that was named`).toBeLessThan(daySeconds / 2);
	expect(terminal.service.requests() - asked, `tries after ${name}`).toBe(1);
	return tableRows(after);
};

const faultsWith = (next: Expected['next']): readonly (readonly [FaultName, Expected])[] =>
	faultNames.flatMap(name => {
		const wanted = expected[name];
		return wanted?.next === next ? [[name, wanted] as const] : [];
	});

describe('a service that misbehaves', () => {
	test('is met in every way by one of these tests', () => {
		expect([...Object.keys(expected), ...odd, ...cured].toSorted()).toEqual([...faultNames].toSorted());
	});

	test('keeps the rows, names the cause and the next try, and is live with it, without a key', async () => {
		const terminal = await openMonitor({ columns: 200, args: ['--request-timeout', '3', ...pageAlone] });
		let rows = tableRows(await terminal.waitFor(isLive, 'a quiet service'));
		for (const [name, wanted] of faultsWith('soon')) {
			plan(terminal, name);
			terminal.press('r');
			rows = await meetAndRecover(terminal, name, wanted, rows);
		}
	}, 120_000);

	test('that cannot be read is asked again a period later, without a key', async () => {
		const terminal = await openMonitor({ ...inFastTime, args: ['--request-timeout', '300', ...pageAlone] });
		let rows = tableRows(await terminal.waitFor(isLive, 'a quiet service'));
		for (const [name, wanted] of faultsWith('a period later')) {
			plan(terminal, name);
			rows = await meetAndRecover(terminal, name, wanted, rows);
		}
	}, 120_000);

	test('that refuses until somebody acts is asked nothing more until a key, and is live with its answer', async () => {
		const terminal = await openMonitor({ ...inFastTime, args: pageAlone });
		let rows = tableRows(await terminal.waitFor(isLive, 'a quiet service'));
		for (const [name, wanted] of faultsWith('a key')) {
			plan(terminal, name);
			const during = await terminal.waitFor(isMet(wanted), `the sentence of ${name}`);
			expect(tableRows(during), name).toEqual(rows);
			const asked = terminal.service.requests();
			terminal.press('r');
			rows = tableRows(await terminal.waitFor(isLive, `the recovery from ${name}`));
			expect(terminal.service.requests() - asked, `tries after ${name}`).toBe(1);
		}
	}, 60_000);

	test('whose answer is odd is shown with a word on what is odd, and the next poll comes in its time, without a key', async () => {
		const terminal = await openMonitor({ ...inFastTime, args: pageAlone });
		const whole = /· 10 of \d+ jobs ·/;
		const isWhole = (lines: Lines): boolean => isLive(lines) && whole.test(lines[1] ?? '');
		await terminal.waitFor(isWhole, 'a quiet service');
		const meet = async (name: FaultName, wanted: RegExp): Promise<void> => {
			plan(terminal, name);
			const during = await terminal.waitFor(lines => wanted.test(lines.join('\n')), name);
			expect(pollState(during), `what is next after ${name}`).toMatch(/^● live 20s · \d\d:\d\d:\d\d$/u);
			const isNext = (lines: Lines): boolean =>
				isWhole(lines) && answerTime(lines) !== answerTime(during) && !wanted.test(lines[1] ?? '');
			await terminal.waitFor(isNext, `the poll after ${name}`);
		};
		await meet('duplicates', /10 of \d+ jobs, 10 sent twice/);
		await meet('count-text', /page 1\/\? · 10 jobs, the service sent no count/);
		terminal.press('n');
		await terminal.waitFor(/page 2\//, 'the second page');
		await meet('shrinking', /page 2 is gone; this is the last one/);
	}, 60_000);

	test('that is late is waited for, and whose clock differs is asked at once with its own time', async () => {
		const terminal = await openMonitor({ columns: 200, args: pageAlone });
		await terminal.waitFor(isLive, 'a quiet service');
		const meet = async (name: FaultName, wanted: RegExp, requests: number): Promise<void> => {
			plan(terminal, name);
			const before = terminal.service.requests();
			terminal.press('r');
			await terminal.waitFor(wanted, name);
			await terminal.waitFor(isLive, `the answer to ${name}`);
			expect(terminal.service.requests() - before, `requests for ${name}`).toBe(requests);
		};
		await meet('late', /◌ waiting since \d\d:\d\d:\d\d/u, 1);
		await meet('clock-skew', /this machine's clock is \d\d min behind the service's: signatures and ages go by/, 2);
		await meet('clock-skew', /this machine's clock is right again/, 2);
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
