import type { Binding, KeyMode } from './keymap.ts';

export type CommandAction =
	| { readonly type: 'prompt-command' }
	| { readonly type: 'run-command' }
	| { readonly type: 'complete-command' }
	| { readonly type: 'recall-command'; readonly by: 1 | -1 };

const bind = (
	key: string,
	modes: readonly KeyMode[],
	help: string,
	action: Binding['action'],
	hint?: Binding['hint'],
): Binding => ({ keys: [key], modes, group: 'Screen', help, action, ...(hint ? { hint } : {}) });

const prompt: readonly KeyMode[] = ['command'];

/** The keys of the command line; a part of the key table. */
export const commandKeys = {
	command: bind(':', ['list', 'detail', 'logs', 'comparison'], 'type a command by its name; Tab completes', {
		type: 'prompt-command',
	}),
	runCommand: bind('enter', prompt, 'run the command', { type: 'run-command' }, { word: 'run', rank: 1 }),
	leaveCommand: bind('escape', prompt, 'leave the command line', { type: 'back' }, { word: 'back', rank: 2 }),
	completeCommand: bind('tab', prompt, 'complete', { type: 'complete-command' }, { word: 'complete', rank: 3 }),
	formerCommand: bind('up', prompt, 'the command before', { type: 'recall-command', by: -1 }),
	laterCommand: bind('down', prompt, 'the command after', { type: 'recall-command', by: 1 }),
} satisfies Record<string, Binding>;
