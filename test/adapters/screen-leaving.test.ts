import { describe, expect, test } from 'vitest';
import { cellsSeen, feed } from '../support/emulator.ts';
import { type Frame, glyphs } from './frames.ts';
import { openScreen } from './open-screen.ts';

test('passes a sequence on between frames while the terminal is its own, and only then', async () => {
	const { pass, enter, leave, show, settle } = openScreen(10, 3);
	pass('early');
	enter();
	await settle();
	await show([]);
	pass('\u001b]52;c;YQ==\u0007');
	expect(await settle()).toBe('\u001b]52;c;YQ==\u0007');
	leave();
	await settle();
	pass('late');
	expect(await settle()).toBe('');
});

const hello: Frame = [[{ glyphs: glyphs.slice(0, 4), codes: [7] }]];

describe('leaving', () => {
	test('gives the terminal back as it was', async () => {
		const screen = openScreen(20, 5);
		await feed(screen.emulator, 'before');
		const before = cellsSeen(screen.emulator);
		screen.enter();
		screen.sink.write('\u001b[?2004h');
		await screen.show(hello);
		expect(screen.emulator.buffer.active.type).toBe('alternate');
		expect(screen.modes.leftOver()).toEqual(expect.arrayContaining(['?2004h', '?25l', '?1049h']));
		screen.leave();
		await screen.settle();
		expect(screen.emulator.buffer.active.type).toBe('normal');
		expect(screen.modes.leftOver()).toEqual([]);
		expect(cellsSeen(screen.emulator)).toEqual(before);
		await feed(screen.emulator, '!');
		expect(cellsSeen(screen.emulator)[0]?.[6], 'the look is the default again').toBe('! - -');
	});

	test('twice writes nothing more, nor does a frame or a mode that comes later', async () => {
		const screen = openScreen(20, 5);
		screen.enter();
		await screen.show(hello);
		screen.leave();
		await screen.settle();
		screen.leave();
		screen.sink.write('\u001b[?2004h');
		screen.repaint();
		expect(await screen.show([])).toBe('');
		expect(screen.modes.leftOver()).toEqual([]);
	});

	test('without having entered writes nothing', async () => {
		const screen = openScreen(20, 5);
		screen.leave();
		expect(await screen.show(hello)).toBe('');
	});

	test('and entering again paints all, and asks again for the modes that Ink wanted', async () => {
		const screen = openScreen(20, 5);
		screen.enter();
		screen.sink.write('\u001b[?2004h');
		await screen.show(hello);
		const shown = cellsSeen(screen.emulator);
		screen.leave();
		await screen.settle();
		await feed(screen.emulator, '\u001b[?1049h\u001b[Hsomebody else\u001b[?1049l');
		screen.enter();
		await screen.settle();
		expect(cellsSeen(screen.emulator)).toEqual(shown);
		expect(screen.modes.isOn(2004)).toBe(true);
	});
});

describe('writing', () => {
	test('merges the frames of one turn: only the last is painted', async () => {
		const screen = openScreen(20, 5);
		screen.enter();
		screen.sink.write('first');
		screen.sink.write('second');
		const text = await screen.settle();
		expect(text).toContain('second');
		expect(text).not.toContain('first');
	});

	test('wraps a long patch in a synchronized update, and lets a short one go as it is', async () => {
		const screen = openScreen(200, 10);
		screen.enter();
		await screen.settle();
		screen.sink.write(Array.from({ length: 9 }, () => 'x'.repeat(100)).join('\n'));
		expect(await screen.settle()).toMatch(/^\u001b\[\?2026h.*\u001b\[\?2026l$/su);
		screen.sink.write(Array.from({ length: 9 }, (_, row) => (row === 4 ? 'y' : 'x').repeat(100)).join('\n'));
		expect(await screen.settle()).not.toContain('2026');
	});

	test('an empty write, as Ink makes to wait for the others, is no frame', async () => {
		const screen = openScreen(20, 5);
		screen.enter();
		await screen.show(hello);
		screen.sink.write('');
		expect(await screen.settle()).toBe('');
		screen.repaint();
		expect(await screen.settle()).not.toBe('');
	});
});

test('a link is closed with its frame, so that neither what is passed on nor the shell becomes a part of it', async () => {
	const screen = openScreen(20, 4);
	screen.enter();
	const glyphs = [{ text: 'x', width: 1, doubtful: false }];
	const written = await screen.show([[{ glyphs, codes: [], link: 'https://one.example/' }]]);
	expect(written).toMatch(/x\u001b\]8;;\u001b\\$/);
	screen.pass('\u0007');
	screen.leave();
	expect(await screen.settle()).not.toContain('\u001b]8');
});
