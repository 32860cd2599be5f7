import { stripVTControlCharacters } from 'node:util';
import { Box, type DOMElement, type Key, useInput, usePaste } from 'ink';
import { render as mount } from 'ink-testing-library';
import { createRef, type ReactElement, useState } from 'react';
import { success } from '../../source/model/failure.ts';
import type { Size, State } from '../../source/model/state.ts';
import { update } from '../../source/model/update.ts';
import type { JobsApi, Terminal } from '../../source/runtime/ports.ts';
import { createProgram, type Program } from '../../source/runtime/program.ts';
import { App } from '../../source/ui/app.tsx';
import renderFrame from '../../source/ui/frame/render-frame.ts';
import type { Look } from '../../source/ui/frame/styled-text.ts';
import textOf from '../../source/ui/frame/text-of.ts';
import { createKeyReader, type Input } from '../../source/ui/key-names.ts';
import { createFakeApi, type FakeApi } from './fake-api.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { nowhere } from './fake-places.ts';
import { someFigures } from './figures.ts';
import { noon } from './moves.ts';
import { settled } from './settled.ts';

type Rendered = ReturnType<typeof mount>;

const mounted = new Set<Rendered>();

/** Draws a tree, until {@link cleanup}. */
export const render = (tree: ReactElement): Rendered => {
	const rendered = mount(tree);
	mounted.add(rendered);
	return rendered;
};

/** Takes down what is drawn. The library's own goes through all that was ever drawn, each time: thousands of trees at the end of a run. */
export const cleanup = (): void => {
	for (const rendered of mounted) {
		rendered.unmount();
		rendered.cleanup();
	}
	mounted.clear();
};

/** Gives the drawing of a test another width than the 100 columns of the library. */
const widen = ({ stdout }: Rendered, columns: number): void => {
	Object.defineProperty(stdout, 'columns', { value: columns, configurable: true });
	stdout.emit('resize');
};

export type Shown = {
	readonly program: Program;
	readonly api: FakeApi;
	readonly clock: FakeClock;
	/** Bytes as the keyboard sends them; done when what they led to is drawn. */
	readonly write: (bytes: string) => Promise<void>;
	/** The lines of the newest frame, without the spaces at their ends. */
	readonly lines: () => readonly string[];
	/** The newest frame with its looks, as Ink’s own last pass makes it, and as ours does from the same tree. */
	readonly passes: () => { readonly ink: string; readonly ours: string };
	/** Texts that were given fewer lines than they have, or more. */
	readonly squeezed: () => readonly string[];
	/** How many frames were drawn so far. */
	readonly frames: () => number;
	readonly resize: (size: Size) => Promise<void>;
};

const usualLook: Look = { color: true, ascii: false };
type Options = {
	readonly look?: Look;
	/** The time at its start, ms since the epoch. */
	readonly at?: number;
	/** A service that answers; without one, the calls stay open. */
	readonly api?: JobsApi;
	/** The parts of the terminal that the test listens to. */
	readonly terminal?: Partial<Terminal>;
};

const squeezedIn = (node: DOMElement): readonly string[] => {
	const text = textOf(node);
	if (node.nodeName === 'ink-text') {
		return node.yogaNode?.getComputedHeight() === text.split('\n').length ? [] : [text];
	}
	return node.childNodes.flatMap(child => (child.nodeName === '#text' ? [] : squeezedIn(child)));
};

/** The monitor in this state on a terminal of the state's size, in a world of fakes. */
export const show = (
	initial: State,
	{ look = usualLook, at = noon, api: service, terminal: listening = {} }: Options = {},
): Shown => {
	const api = createFakeApi();
	const clock = createFakeClock(at);
	const terminal = {
		repaint: () => {},
		suspend: () => {},
		page: () => undefined,
		copy: () => {},
		open: () => {},
		notify: () => {},
		setTitle: () => {},
		exit: () => {},
		...listening,
	};
	const program = createProgram(initial, update, {
		api: service ?? api,
		clock,
		random: () => 0.5,
		terminal,
		history: { save: () => {} },
		keeper: {
			saveOrder: () => {},
			savePlaces: () => {},
			changeSettings: () => Promise.resolve({ type: 'settings-refused', problem: 'no file' }),
		},
		places: nowhere,
		figures: () => someFigures,
		files: { save: async path => success(path) },
	});
	const inside = createRef<DOMElement>();
	const rendered = render(
		<Box ref={inside} flexDirection="column">
			<App program={program} look={look} now={clock.now} />
		</Box>,
	);
	widen(rendered, initial.size.columns);
	return {
		program,
		api,
		clock,
		write: bytes => {
			rendered.stdin.write(bytes);
			return settled();
		},
		lines: () =>
			stripVTControlCharacters(rendered.lastFrame() ?? '')
				.split('\n')
				.map(line => line.trimEnd()),
		passes: () => {
			const root = inside.current?.parentNode;
			return { ink: rendered.lastFrame() ?? '', ours: root === undefined ? '' : renderFrame(root).output };
		},
		squeezed: () => (inside.current === null ? [] : squeezedIn(inside.current)),
		frames: () => rendered.frames.length,
		resize: size => {
			widen(rendered, size.columns);
			program.send({ type: 'resized', size });
			return settled();
		},
	};
};

type Keyboard = {
	readonly write: (bytes: string) => void;
	/** What was read so far: keys by name, texts in quotes. */
	readonly read: () => readonly string[];
	/** Waits until so many inputs were read in all. */
	readonly until: (count: number) => Promise<readonly string[]>;
	/** Lets time pass for the reader. */
	readonly pass: (ms: number) => void;
};

const Typist = ({ now, take }: { readonly now: () => number; readonly take: (inputs: readonly Input[]) => void }) => {
	const [readKeys] = useState(createKeyReader);
	useInput((input: string, key: Key) => {
		take(readKeys(input, key, now()));
	});
	usePaste(text => {
		take([{ type: 'text', text }]);
	});
	return null;
};

/** The key reader behind Ink’s own reading of bytes. */
export const openKeyboard = (): Keyboard => {
	let at = 0;
	const inputs: string[] = [];
	const waiting: { readonly count: number; readonly resolve: (inputs: readonly string[]) => void }[] = [];
	const take = (more: readonly Input[]): void => {
		inputs.push(...more.map(input => (input.type === 'key' ? input.key : `"${input.text}"`)));
		for (const { count, resolve } of waiting) {
			if (inputs.length >= count) {
				resolve(inputs);
			}
		}
	};
	const { stdin } = render(<Typist now={() => at} take={take} />);
	return {
		write: bytes => stdin.write(bytes),
		read: () => inputs,
		until: count =>
			new Promise(resolve => {
				waiting.push({ count, resolve });
				take([]);
			}),
		pass: ms => {
			at += ms;
		},
	};
};
