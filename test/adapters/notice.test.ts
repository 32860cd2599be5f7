import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNotices } from '../../source/adapters/notice.ts';

const esc = '\u001b';
const bell = '\u0007';

const recorded = (env: Readonly<Record<string, string>> = { TERM: 'xterm' }) => {
	const written: string[] = [];
	return { written, notices: createNotices(env, sequence => written.push(sequence)) };
};

describe('a notice', () => {
	test('is one bell, and OSC 9 and OSC 777 for each line', () => {
		const { written, notices } = recorded();
		notices.notify(['train Failed', 'and 2 more']);
		expect(written.join('')).toBe(
			`${bell}${esc}]9;dlctop: train Failed${bell}${esc}]777;notify;dlctop;train Failed${bell}` +
				`${esc}]9;dlctop: and 2 more${bell}${esc}]777;notify;dlctop;and 2 more${bell}`,
		);
	});

	test('passes through tmux, whose own bell rings', () => {
		const { written, notices } = recorded({ TERM: 'tmux-256color', TMUX: '/tmp/tmux-0/default,1,0' });
		notices.notify(['x']);
		expect(written.join('')).toBe(
			`${bell}${esc}Ptmux;${esc}${esc}]9;dlctop: x${bell}${esc}\\${esc}Ptmux;${esc}${esc}]777;notify;dlctop;x${bell}${esc}\\`,
		);
	});

	test('is a bell alone on a dumb terminal', () => {
		const { written, notices } = recorded({ TERM: 'dumb' });
		notices.notify(['x']);
		notices.setTitle(1);
		notices.leave();
		expect(written).toEqual([bell]);
	});

	test('lets no text end a sequence or begin another', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), text => {
				const { written, notices } = recorded();
				notices.notify([text]);
				const all = written.join('');
				expect(all.match(/[\u0000-\u001f\u007f-\u009f]/g)).toEqual([bell, esc, bell, esc, bell]);
				expect(all.split(';')).toHaveLength(5);
			}),
		);
	});
});

test('the title is kept on the stack of the terminal once, and taken from there once', () => {
	const { written, notices } = recorded();
	notices.leave();
	notices.setTitle(1);
	notices.setTitle(2);
	notices.setTitle(0);
	notices.setTitle(0);
	notices.setTitle(1);
	notices.leave();
	expect(written).toEqual([
		`${esc}[22;2t${esc}]2;(1) dlctop${bell}`,
		`${esc}]2;(2) dlctop${bell}`,
		`${esc}[23;2t`,
		`${esc}[22;2t${esc}]2;(1) dlctop${bell}`,
		`${esc}[23;2t`,
	]);
});
