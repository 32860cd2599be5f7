import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipboardSequence, createClipboard } from '../../source/adapters/clipboard.ts';
import { createNotices } from '../../source/adapters/notice.ts';
import { consoleLink } from '../../source/model/console-link.ts';
import { hostileText } from '../support/hostile.ts';
import { aJob } from '../support/jobs.ts';
import { foreignIn } from '../support/own-sequences.ts';

test('notices, titles and copies carry hostile text as text, inside of tmux as well', () => {
	fc.assert(
		fc.property(hostileText, fc.boolean(), (text, inTmux) => {
			let written = '';
			const write = (sequence: string): void => {
				written += sequence;
			};
			const env = { TERM: 'xterm', ...(inTmux ? { TMUX: '/tmp/tmux,1,0' } : {}) };
			const notices = createNotices(env, write);
			notices.notify([text, `${text};${text}`]);
			notices.setTitle(2);
			createClipboard({ env, write, feed: (_command, _args, _input, done) => done(false) })(text);
			write(clipboardSequence(text));
			notices.leave();
			expect(foreignIn(written)).toBeUndefined();
		}),
		{ numRuns: 500 },
	);
});

test('a link is https to the console whatever the ids are, and nothing in it needs to be quoted', () => {
	fc.assert(
		fc.property(hostileText, hostileText, hostileText, (region, JobId, WorkspaceId) => {
			const link = consoleLink(region, aJob({ JobId, WorkspaceId }));
			expect(link).toMatch(/^https:\/\/pai\.console\.aliyun\.com\/\?[A-Za-z0-9%&=#/._~!*'()-]*$/);
			expect(new URL(link).host).toBe('pai.console.aliyun.com');
		}),
		{ numRuns: 500 },
	);
});
