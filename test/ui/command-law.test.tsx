import { expect, test } from 'vitest';
import { commandNames, takesArgument } from '../../source/model/command-names.ts';
import { success } from '../../source/model/failure.ts';
import type { State } from '../../source/model/state.ts';
import { argumentCommands } from '../../source/tables/commands.ts';
import { bindingOf, bindingsIn, type KeyMode, usualKeys } from '../../source/tables/keymap.ts';
import { entered } from '../support/entered.ts';
import { type Shown, show } from '../support/ink.tsx';
import { aPage } from '../support/jobs.ts';
import { bytesOfKey } from '../support/keys.ts';
import { pressAll } from '../support/moves.ts';
import { settled } from '../support/settled.ts';

/** What a person sees: the frame, and what the terminal itself was told to do. */
type Seen = { readonly frame: readonly string[]; readonly told: readonly string[] };

/** Lets an answer come for what was asked, a second later: its time is what `r` shows in the list. */
const answerAll = async ({ api, clock }: Shown): Promise<void> => {
	clock.advance(1000);
	for (const call of api.calls) {
		await call.answer(success(aPage([], 0)));
	}
};

/** Types these keys one after the other. */
const typed = async (
	state: State,
	pieces: readonly string[],
): Promise<{ readonly before: Seen; readonly after: Seen }> => {
	const told: string[] = [];
	const shown = show(state, {
		terminal: {
			repaint: () => told.push('painted anew'),
			suspend: () => told.push('suspended'),
			exit: () => told.push('ended'),
			copy: () => told.push('copied'),
			page: () => {
				told.push('in the pager');
				return undefined;
			},
		},
	});
	const before = { frame: shown.lines(), told: [] };
	for (const piece of pieces) {
		await shown.write(piece);
	}
	if (pieces.at(-1) === bytesOfKey('escape')) {
		// Ink waits whether more of a sequence follows.
		await expect.poll(() => shown.lines()).not.toEqual(before.frame);
	}
	if (shown.lines().join() === before.frame.join() && told.length === 0) {
		await answerAll(shown);
		await settled();
	}
	return { before, after: { frame: shown.lines(), told } };
};

const modes = [...usualKeys.byMode.keys()];

/** The number of the section that is open already changes nothing, so another one is open. */
const ready = (mode: KeyMode, key: string): State =>
	mode === 'detail' && key === '4' ? pressAll(entered[mode](), ['5']).state : entered[mode]();

test.each(modes.flatMap(mode => bindingsIn(mode).flatMap(({ keys }) => keys.map(key => [mode, key] as const))))(
	'in %s the key %s changes the frame, says something, or does to the terminal what it is for',
	async (mode, key) => {
		const { before, after } = await typed(ready(mode, key), [bytesOfKey(key)]);
		expect(after).not.toEqual(before);
	},
);

/** Each command as it may be typed: alone, and with the first word it offers. */
const commands = commandNames.flatMap(name => {
	const [word] = takesArgument(name) ? argumentCommands[name].words : [];
	return word === undefined ? [name] : [name, `${name} ${word}`];
});
const typing = modes.filter(mode => bindingOf(mode, ':')?.action.type === 'prompt-command');

test('the command line opens from the list and from the pane', () => {
	expect(typing).toEqual(expect.arrayContaining(['list', 'detail']));
});

test.each(typing.flatMap(mode => commands.map(line => [mode, line] as const)))(
	'in %s :%s changes the frame, says something, or does to the terminal what it is for',
	async (mode, line) => {
		const { before, after } = await typed(entered[mode](), [':', line, bytesOfKey('enter')]);
		expect(after).not.toEqual(before);
	},
);
