import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type LogFile, openLog } from '../../source/adapters/log-file.ts';
import { recordedTransport } from '../../source/adapters/recorded-transport.ts';
import { createRecorder } from '../../source/adapters/recorder.ts';
import type { Answer, Transport } from '../../source/adapters/transport.ts';
import type { Failure, Result } from '../../source/model/failure.ts';
import { update } from '../../source/model/update.ts';
import { logExchange, logged } from '../../source/runtime/logged.ts';
import type { Exchange } from '../../source/runtime/ports.ts';
import type { LogLevel } from '../../source/tables/log-levels.ts';
import { aState } from '../support/jobs.ts';
import { aFailure, later, noon } from '../support/moves.ts';

const aPath = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'dlctop-log-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return join(folder, 'log');
};

const opened = (path: string, level: LogLevel = 'info'): LogFile => {
	const log = openLog(path, level);
	if (!log.ok) {
		throw new Error(log.problem);
	}
	onTestFinished(log.value.close);
	return log.value;
};

const linesOf = (path: string): readonly string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

describe('the log file', () => {
	test('takes one line of JSON for each entry, at its end, each at once, for its owner alone', () => {
		const path = aPath();
		opened(path).write('info', noon, { event: 'a', text: 'two\nlines \u001b[31m \u009b \u202e \u2028 \ud800' });
		expect(statSync(path).mode & 0o777).toBe(0o600);
		opened(path).write('error', noon, { event: 'b' });
		const lines = linesOf(path);
		expect(lines[0]).toMatch(/^[\u0020-\u007e]*$/);
		expect(lines.map(line => JSON.parse(line))).toEqual([
			{
				time: '2026-11-09T12:00:00.000Z',
				level: 'info',
				event: 'a',
				text: 'two\nlines \u001b[31m \u009b \u202e \u2028 \ud800',
			},
			{ time: '2026-11-09T12:00:00.000Z', level: 'error', event: 'b' },
		]);
	});

	test.each([
		['error', ['error']],
		['info', ['error', 'info']],
		['debug', ['error', 'info', 'debug']],
	] as const)('at the level %s holds %o', (level, expected) => {
		const path = aPath();
		const log = opened(path, level);
		for (const written of ['error', 'info', 'debug'] as const) {
			log.write(written, noon, {});
		}
		expect(linesOf(path).map(line => JSON.parse(line).level)).toEqual(expected);
	});

	test('goes on at the start of a file that was emptied under it (copytruncate)', () => {
		const path = aPath();
		const log = opened(path);
		log.write('info', noon, { event: 'before' });
		writeFileSync(path, '');
		log.write('info', noon, { event: 'after' });
		expect(linesOf(path).map(line => JSON.parse(line).event)).toEqual(['after']);
	});

	test.runIf(existsSync('/dev/full'))('tells of a full disk once', () => {
		const told: string[] = [];
		const log = opened('/dev/full');
		log.onProblem(problem => told.push(problem));
		log.write('info', noon, {});
		log.write('info', noon, {});
		expect(told).toEqual(['the disk is full']);
	});

	test('is refused where it cannot be, in words', () => {
		expect(openLog(join(aPath(), 'nowhere', 'log'), 'info')).toMatchObject({ ok: false });
		const pipe = aPath();
		execFileSync('mkfifo', [pipe]);
		expect(openLog(pipe, 'info')).toEqual({ ok: false, problem: 'a pipe is no place for a log' });
	});
});

const answer = (status: number, body: string): Result<Answer> => ({
	ok: true,
	value: { status, body, header: name => (name === 'x-acs-request-id' ? 'REQ-1' : undefined) },
});

/** Sends these answers one after the other through a recorded transport; what was recorded. */
const exchanges = async (results: readonly Result<Answer, Failure>[], target: string): Promise<readonly Exchange[]> => {
	const told: Exchange[] = [];
	const queue = [...results];
	const next = async (): Promise<Result<Answer>> => queue.shift() ?? answer(200, '{}');
	const bare: Transport = { send: next, get: next, close: async () => {} };
	let time = 0;
	const elapsed = (): number => {
		time += 7;
		return time;
	};
	const transport = recordedTransport(bare, { record: exchange => told.push(exchange), now: () => noon, elapsed });
	for (const _ of results) {
		const headers = {
			'x-acs-action': 'ListJobs',
			authorization: 'planted-signature',
			'x-acs-security-token': 'planted',
		};
		await transport.get(target, headers, new AbortController().signal);
	}
	return told;
};

describe('a request in the log', () => {
	test('has its parameters, status, Code, RequestId, time, bytes and attempt', async () => {
		const refused = answer(429, JSON.stringify({ Code: 'Throttling.User', RequestId: 'REQ-2' }));
		const failed: Result<Answer> = { ok: false, problem: aFailure('network', { message: 'no connection' }) };
		const told = await exchanges([answer(200, '中'), refused, failed, answer(200, '')], '/api/v1/jobs?Status=Failed');
		expect({ ...told[0], asked: told[0]?.asked() }).toEqual({
			at: noon,
			operation: 'ListJobs',
			asked: { path: '/api/v1/jobs', parameters: { Status: 'Failed' } },
			outcome: 'answered',
			status: 200,
			Code: undefined,
			RequestId: 'REQ-1',
			problem: undefined,
			ms: 7,
			bytes: 3,
			attempt: 1,
		});
		expect(told[1]).toMatchObject({ outcome: 'refused', status: 429, Code: 'Throttling.User', attempt: 1 });
		expect(told[2]).toMatchObject({ outcome: 'failed', problem: 'no connection', attempt: 2 });
		expect(told[3]).toMatchObject({ outcome: 'answered', attempt: 3 });
	});

	test('has no secret: no header, and filters masked', async () => {
		const path = aPath();
		const log = opened(path);
		const target = `/api/v1/jobs?UserCommandSearch=${encodeURIComponent('--password hunter22 --lr 1')}&SecurityToken=hunter22`;
		for (const exchange of await exchanges([answer(200, 'a body')], target)) {
			logExchange(log, exchange);
		}
		const text = readFileSync(path, 'utf8');
		expect(text).not.toMatch(/hunter22|planted|a body/);
		expect(JSON.parse(text).parameters).toEqual({
			UserCommandSearch: '--password •••• --lr 1',
			SecurityToken: '••••',
		});
	});

	test('counts in bounded figures', async () => {
		const recorder = createRecorder();
		const [first] = await exchanges([answer(200, 'abc')], '/');
		for (let turn = 0; turn < 5000 && first !== undefined; turn++) {
			recorder.record({ ...first, ms: turn, at: later(turn) });
		}
		expect(recorder.figures(later(4999))).toEqual({
			at: later(4999),
			requestsLastMinute: 60,
			requests: 5000,
			answers: 5000,
			errors: 0,
			latency: { p50: 4499, p99: 4989 },
			receivedBytes: 15_000,
		});
	});

	test('counts an answer that cannot be read as an error', async () => {
		const recorder = createRecorder();
		for (const exchange of await exchanges([answer(200, '{}'), answer(200, 'cut o'), answer(500, '')], '/')) {
			recorder.record(exchange);
		}
		recorder.unreadable();
		expect(recorder.figures(noon)).toMatchObject({ requests: 3, answers: 1, errors: 2 });
	});
});

test('every change of polling is a line, with the time of the next try', () => {
	const path = aPath();
	const watched = logged(update, opened(path));
	let [state] = watched(aState(), { type: 'started', at: noon });
	[state] = watched(state, {
		type: 'fetch-failed',
		request: 1,
		failure: aFailure('throttled', { Code: 'T' }),
		at: noon,
	});
	[state] = watched(state, { type: 'timer-started', timer: 'poll', firesAt: later(4), at: noon });
	[state] = watched(state, { type: 'timer-fired', timer: 'poll', at: later(4) });
	watched(state, { type: 'fetch-failed', request: 2, failure: aFailure('signed-out'), at: later(5) });
	expect(linesOf(path).map(line => JSON.parse(line))).toMatchObject([
		{ event: 'polling', state: 'fetching', inFlight: 1 },
		{ level: 'error', state: 'backing-off', until: '2026-11-09T12:00:04.000Z', attempt: 1, code: 'T' },
		{ state: 'fetching' },
		{ level: 'error', state: 'halted', kind: 'signed-out' },
	]);
});
