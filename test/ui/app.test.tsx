import { afterEach, describe, expect, test } from 'vitest';
import { success } from '../../source/model/failure.ts';
import { displayWidth } from '../../source/text/width.ts';
import { drawn } from '../support/drawing.ts';
import { cleanup, type Shown, show } from '../support/ink.tsx';
import { aPage, aState, namedJob } from '../support/jobs.ts';
import { aFailure } from '../support/moves.ts';
import { settled } from '../support/settled.ts';

afterEach(cleanup);

const at = (columns: number, rows: number): Promise<Shown> => drawn({ columns, rows });

test('no frame is wider than the terminal or higher than its rows − 1, list, pane, help and prompt alike', async () => {
	const shown = await at(120, 30);
	for (const key of ['', '\r', '?', 'q', 'z', 'q', '/', '\r', 's']) {
		await shown.write(key);
		for (const size of [
			{ columns: 40, rows: 10 },
			{ columns: 61, rows: 31 },
			{ columns: 97, rows: 23 },
			{ columns: 150, rows: 40 },
		]) {
			await shown.resize(size);
			expect(shown.lines().length).toBeLessThanOrEqual(size.rows - 1);
			expect(Math.max(...shown.lines().map(displayWidth))).toBeLessThanOrEqual(size.columns);
		}
	}
});

describe('keys', () => {
	test('move the selection, the last line follows, and the other rows stay as they were', async () => {
		const shown = await at(120, 30);
		const before = shown.lines();
		await shown.write('jj');
		const after = shown.lines();
		expect(after[5]).toMatch(/^▸ ✗ Failed •/);
		expect(after.at(-1)).toMatch(/^dlc3p6t0y7q2kdz5 tf-mnist-test {2}/);
		expect(after.toSpliced(5, 1).toSpliced(3, 1).slice(0, -1)).toEqual(
			before.toSpliced(5, 1).toSpliced(3, 1).slice(0, -1),
		);
	});

	test('that do nothing draw nothing', async () => {
		const shown = await at(120, 30);
		const before = shown.frames();
		await shown.write('xX%');
		expect(shown.frames()).toBe(before);
	});

	test('type into the prompt, where a paste and Chinese go as well, and Esc brings the list back', async () => {
		const shown = await at(120, 30);
		await shown.write('/训练');
		await shown.write('\x1b[200~-q\x1b[201~');
		expect(shown.lines().at(-1)).toMatch(/^\/训练-q▏ .* enter keep {2}esc restore {2}Tab complete$/);
		shown.clock.advance(250);
		await settled();
		expect(shown.api.last().parameters).toMatchObject({ DisplayName: '训练-q', PageNumber: 1 });
		expect(shown.lines()[1]).toContain('asking; these are the former rows · name:训练-q');
	});

	test('open the sort picker with its own hints', async () => {
		const shown = await at(120, 30);
		await shown.write('s');
		expect(shown.lines().at(-1)).toMatch(
			/^sort by .*n name {2}c created {2}f finished {2}t type {2}s status {2}\? help$/,
		);
	});

	test('open the pane below the list, which says that it has the keys', async () => {
		const shown = await at(120, 30);
		await shown.write('\r');
		expect(shown.lines()[13]).toMatch(
			/^▸ DETAIL dlc1k3b7x2m4f9qz llm-pretrain-7b-stage2 .*(?:\d+ lines|\d+-\d+ of \d+)$/,
		);
		expect(shown.lines()[3]).toMatch(/^▸ ● Running/);
	});
});

describe('in place of rows', () => {
	/** What is written between the first line and the hints. */
	const body = ({ lines }: Shown): readonly string[] =>
		lines()
			.slice(1)
			.filter(line => line !== '' && !line.includes('? help'));
	const start = async (): Promise<Shown> => {
		const shown = show(aState());
		shown.program.send({ type: 'started' });
		await settled();
		return shown;
	};

	test('stands that they are loading, that none matched, or that one may not see them', async () => {
		const loading = await start();
		expect(body(loading)).toEqual(['  loading …']);
		const none = await start();
		await none.api.last().answer(success(aPage([])));
		expect(body(none)[0]).toContain('0 of 0 jobs');
		expect(body(none)[1]).toBe('  no job was created in the last 7 d');
		const refused = await start();
		await refused.api.last().answer({ ok: false, problem: aFailure('not-allowed', { RequestId: '473469C7' }) });
		expect(body(refused)).toEqual(['  you may not list jobs here', '  it failed', '  RequestId 473469C7']);
	});
});

test('with --ascii nothing of dlctop’s own lies outside ASCII', async () => {
	const shown = show(
		{ ...aState(), settings: { ...aState().settings, ascii: true } },
		{ look: { color: false, ascii: true } },
	);
	shown.program.send({ type: 'started' });
	const jobs = ['Running', 'Queuing', 'Failed', 'Restarting', 'Unheard'].map((Status, index) =>
		namedJob(`dlc${index}`, { Status }),
	);
	await shown.api.last().answer(success(aPage(jobs, 200)));
	for (const key of ['', '?', 'q', '/', '\r', '\r', 'q', 'P', 'n']) {
		await shown.write(key);
		expect(shown.lines().join('')).toMatch(/^[ -~]*$/);
	}
});

test('a hostile name reaches no line as a control', async () => {
	const shown = show(aState());
	shown.program.send({ type: 'started' });
	const name = 'a\u001b]0;owned\u0007\u009b2J\u202eb\nc';
	await shown.api.last().answer(success(aPage([namedJob('dlc1', { DisplayName: name, UserCommand: name })])));
	for (const key of ['', '\r']) {
		await shown.write(key);
		expect(shown.lines().join('')).toContain('owned');
		expect(shown.lines().join('')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
	}
});
