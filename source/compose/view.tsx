import type { Writable } from 'node:stream';
import { render } from 'ink';
import type { Clock } from '../runtime/ports.ts';
import type { Program } from '../runtime/program.ts';
import { App } from '../ui/app.tsx';
import type { Look } from '../ui/frame/styled-text.ts';

/**
 * Draws the program with Ink and feeds it keys, until the returned function is called. Loaded only once the first frames are drawn.
 * In Ink's debug mode each write is one whole frame: the screen behind `sink` finds out what of it must be written.
 */
export const showView = (
	program: Program,
	look: Look,
	clock: Clock,
	sink: Writable,
	crashed: (error: unknown) => void,
): (() => void) => {
	const instance = render(<App program={program} look={look} now={clock.now} />, {
		stdout: sink,
		debug: true,
		interactive: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	// Ink catches what a view throws and unmounts; without this the process would live on without a screen.
	instance.waitUntilExit().catch(crashed);
	return instance.unmount;
};
