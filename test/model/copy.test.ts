import { describe, expect, test } from 'vitest';
import { consoleLink } from '../../source/model/console-link.ts';
import { mostCopied } from '../../source/model/copy.ts';
import type { Effect } from '../../source/model/effect.ts';
import { byteLength } from '../../source/text/byte-length.ts';
import { aState, namedJob } from '../support/jobs.ts';
import { polled, pressAll, showing } from '../support/moves.ts';

const jobs = ['dlc1', 'dlc2', 'dlc3'].map(id => namedJob(id, { WorkspaceId: '268' }));
const copied = (effects: readonly Effect[]): string | undefined =>
	effects.flatMap(effect => (effect.type === 'copy' ? [effect.text] : [])).at(-1);

describe('copying', () => {
	const link = 'https://pai.console.aliyun.com/?regionId=cn-hangzhou&workspaceId=268#/dlc/jobs/dlc1/overview';
	test.each([
		['the selected id', ['c'], 'dlc1', 'dlc1 sent to the terminal'],
		['the marked ids', ['space', 'j', 'space', 'c'], 'dlc1\ndlc3', '2 ids sent to the terminal'],
		['a name', ['C', 'n'], 'train-dlc1', '1 name sent to the terminal'],
		['names', ['*', 'C', 'n'], 'train-dlc1\ntrain-dlc2\ntrain-dlc3', '3 names sent to the terminal'],
		['a link', ['C', 'l'], link, '1 console link sent to the terminal'],
		['ids by the menu', ['C', 'c'], 'dlc1', 'dlc1 sent to the terminal'],
		['this view', ['C', 'v'], 'dlctop --afresh', 'this view as a command sent to the terminal'],
		['the link by its key', ['o'], link, `link to pai.console.aliyun.com sent to the terminal: ${link}`],
		[
			'the id of the job of the logs, whatever is marked and selected',
			['j', 'space', 'k', 'l', 'c'],
			'dlc2',
			'dlc2 sent to the terminal',
		],
		[
			'the link of the job of the logs',
			['l', 'o'],
			link,
			`link to pai.console.aliyun.com sent to the terminal: ${link}`,
		],
		['a name by the menu of the logs', ['l', 'C', 'n'], 'train-dlc1', '1 name sent to the terminal'],
		['the id of the logs by its command', ['l', ':', ...'copy', 'enter'], 'dlc1', 'dlc1 sent to the terminal'],
		['the id of the pane, whatever is marked', ['j', 'space', 'k', 'enter', 'c'], 'dlc2', 'dlc2 sent to the terminal'],
	])('sends %s', (_, keys, text, notice) => {
		const { state, effects } = pressAll(showing(jobs), keys);
		expect(copied(effects)).toBe(text);
		expect(state.notice).toBe(notice);
	});

	test('takes the job of the logs when another one was selected since', () => {
		const opened = pressAll(showing(jobs), ['j', 'l']).state;
		const moved = polled(opened, [namedJob('dlc9'), ...jobs.filter(({ JobId }) => JobId !== 'dlc2')]);
		expect(copied(pressAll(moved, ['c']).effects)).toBe('dlc2');
		expect(pressAll(moved, ['C', 'j']).state.mode.kind).toBe('logs');
	});

	test('leaves the menu for where it was opened, also by another key', () => {
		expect(pressAll(showing(jobs), ['enter', 'C', 'n']).state.mode.kind).toBe('detail');
		expect(pressAll(showing(jobs), ['C', 'n']).state.mode.kind).toBe('list');
		expect(pressAll(showing(jobs), ['enter', 'C', 'x'])).toMatchObject({ state: { mode: { kind: 'detail' } } });
	});

	test('sends the ids of marked jobs that are gone, and says that their names cannot be', () => {
		const gone = polled(pressAll(showing(jobs), ['*']).state, jobs.slice(1));
		expect(copied(pressAll(gone, ['c']).effects)).toBe('dlc2\ndlc3\ndlc1');
		const names = pressAll(gone, ['C', 'n']);
		expect(copied(names.effects)).toBe('train-dlc2\ntrain-dlc3');
		expect(names.state.notice).toBe('2 names sent to the terminal; 1 marked not in this list');
	});

	test('sends JSON with its secrets masked', () => {
		const secret = namedJob('dlc1', { Envs: { API_TOKEN: 'hunter2', SIZE: '7b' } });
		const text = copied(pressAll(showing([secret]), ['C', 'j']).effects) ?? '';
		expect(JSON.parse(text)).toMatchObject({ JobId: 'dlc1', Envs: { SIZE: '7b' } });
		expect(text).not.toContain('hunter2');
	});

	test('sends a row as it is shown, with tabs between', () => {
		const text = copied(pressAll(showing(jobs), ['C', 'r']).effects) ?? '';
		expect(text.split('\t')).toEqual(expect.arrayContaining(['Running', 'train-dlc1', 'dlc1']));
		expect(text).not.toContain('\n');
	});

	test('sends no control of a name or an id to be pasted into a shell', () => {
		const hostile = namedJob('dlc1', { DisplayName: 'a\nrm -rf ~\n\u001b[2J' });
		expect(copied(pressAll(showing([hostile]), ['C', 'n']).effects)).toBe('a␊rm -rf ~␊␛[2J');
	});

	test('refuses what is more than a terminal takes', () => {
		const large = namedJob('dlc1', { UserCommand: '训'.repeat(mostCopied / 3) });
		const { state, effects } = pressAll(showing([large]), ['C', 'j']);
		expect(copied(effects)).toBeUndefined();
		expect(state.notice).toBe('1 item: 75 kB, a terminal takes 74');
	});

	test.each([['c'], ['o']])('with %s says so where no job is selected', key => {
		const { state, effects } = pressAll(showing([]), [key]);
		expect(effects).toEqual([]);
		expect(state.notice).toMatch(/nothing to copy|no job is selected/);
	});

	test('says of the view also what only dlctop can order and lay out', () => {
		expect(copied(pressAll(showing(jobs), ['|', 'D', 'z', 'C', 'v']).effects)).toBe(
			'dlctop --afresh --sort=run:desc --group=status --wide',
		);
	});
});

test('a link is opened only where that can be', () => {
	const { state, effects } = pressAll(showing(jobs, aState({ opensLinks: true })), ['o']);
	expect(effects.map(({ type }) => type)).toEqual(['copy', 'open']);
	expect(state.notice).toMatch(/^opening; link to pai\.console\.aliyun\.com sent to the terminal: https:/);
});

test('ids are encoded in a link, whatever they hold', () => {
	expect(consoleLink('a&b', { JobId: '../"x\ud800', WorkspaceId: '#1 ' })).toBe(
		'https://pai.console.aliyun.com/?regionId=a%26b&workspaceId=%231%20#/dlc/jobs/..%2F%22x%EF%BF%BD/overview',
	);
});

test.each(['', 'abc', 'é', '训练', '😀', 'a\ud800b'])('counts the bytes of %j as UTF-8 has them', text => {
	expect(byteLength(text)).toBe(Buffer.byteLength(text));
});
