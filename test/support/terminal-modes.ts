import type { Terminal } from '@xterm/headless';

/** DEC private modes that are on in a terminal nobody has touched: wrapping, and the cursor. */
const onAtFirst: ReadonlySet<number> = new Set([7, 25]);

/** What a program switched on and off. */
export type Modes = {
	readonly isOn: (mode: number) => boolean;
	/** Everything that is not as it was found: `?25l` is a hidden cursor, `?2004h` bracketed paste, `>u` the kitty keyboard. */
	readonly leftOver: () => readonly string[];
};

/** Watches the modes of an emulator from now on. */
export const watchModes = (emulator: Terminal): Modes => {
	const modes = new Map<number, boolean>();
	let keyboards = 0;
	const watch = (final: string, on: boolean): void => {
		emulator.parser.registerCsiHandler({ prefix: '?', final }, parameters => {
			for (const mode of parameters.flat()) {
				modes.set(mode, on);
			}
			return false;
		});
	};
	const watchKeyboard = (prefix: string, by: number): void => {
		emulator.parser.registerCsiHandler({ prefix, final: 'u' }, () => {
			keyboards += by;
			return false;
		});
	};
	watch('h', true);
	watch('l', false);
	watchKeyboard('>', 1);
	watchKeyboard('<', -1);
	return {
		isOn: mode => modes.get(mode) ?? onAtFirst.has(mode),
		leftOver: () => [
			...[...modes].filter(([mode, on]) => on !== onAtFirst.has(mode)).map(([mode, on]) => `?${mode}${on ? 'h' : 'l'}`),
			...(keyboards === 0 ? [] : ['>u']),
		],
	};
};
