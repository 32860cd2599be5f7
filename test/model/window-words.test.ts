import { expect, test } from 'vitest';
import { dayMs } from '../../source/model/window.ts';
import { parseWindow, windowText } from '../../source/model/window-words.ts';
import { noon } from '../support/moves.ts';

const at = (text: string): number => Date.parse(text);

test.each([
	['36h', { kind: 'last', ms: 1.5 * dayMs }],
	['1d12h', { kind: 'last', ms: 1.5 * dayMs }],
	['2026-11-01..2026-11-09', { kind: 'between', start: at('2026-11-01'), end: at('2026-11-09T23:59:59Z') }],
	['2026-11-01T08:00..', { kind: 'between', start: at('2026-11-01T08:00Z'), end: undefined }],
	['..2026-11-09T10:00:00Z', { kind: 'between', start: undefined, end: at('2026-11-09T10:00Z') }],
	['7d..1d', { kind: 'between', start: noon - 7 * dayMs, end: noon - dayMs }],
])('%s is a window, and its words are read as the same one', (text, window) => {
	const parsed = parseWindow(text, noon);
	expect(parsed).toEqual({ ok: true, value: window });
	expect(parsed.ok && parseWindow(windowText(parsed.value), noon)).toEqual(parsed);
});

test.each([
	['', 'nothing: write a window like 36h, 7d or 2026-11-01..2026-11-09'],
	['soon', 'soon: write a window like 36h, 7d or 2026-11-01..2026-11-09'],
	['0h', '0h: a window has a length'],
	['..', 'a window needs one end at least'],
	['2026-11-09..2026-11-01', '2026-11-09..2026-11-01: this window ends before it begins'],
	['2026-02-30..', '2026-02-30: write a time like 2026-11-08 or 2026-11-08T16:00:00Z, or a span like 7d or 36h'],
])('%s is refused with a reason', (text, problem) => {
	expect(parseWindow(text, noon)).toEqual({ ok: false, problem });
});
