import type { Binding, KeyMode } from './keymap.ts';

/** What the copy menu can send to the terminal's clipboard. */
export const copyForms = ['ids', 'name', 'link', 'row', 'json', 'view'] as const;
export type CopyForm = (typeof copyForms)[number];

export type MarkAction =
	| { readonly type: 'mark' }
	| { readonly type: 'mark-range' }
	| { readonly type: 'mark-all' }
	| { readonly type: 'unmark-all' }
	| { readonly type: 'watch' }
	| { readonly type: 'pick-copy' }
	| { readonly type: 'copy'; readonly form: CopyForm }
	| { readonly type: 'console-link' };

const list: readonly KeyMode[] = ['list'];
const jobs: readonly KeyMode[] = ['list', 'detail', 'logs'];

const bind = (
	key: string,
	modes: readonly KeyMode[],
	help: string,
	action: MarkAction,
	hint?: Binding['hint'],
): Binding => ({ keys: [key], modes, group: 'Mark and copy', help, action, ...(hint ? { hint } : {}) });

const copy = (key: string, help: string, form: CopyForm, word: string, rank: number): Binding =>
	bind(key, ['copy'], help, { type: 'copy', form }, { word, rank });

/** The keys of marks, of copying and of the console link; a part of the key table. */
export const markKeys = {
	mark: bind('space', list, 'mark the selected job or take its mark away, and go on', { type: 'mark' }),
	markRange: bind('V', list, 'mark from the last mark down or up to here', { type: 'mark-range' }),
	markAll: bind('*', list, 'mark all jobs that are shown', { type: 'mark-all' }),
	unmarkAll: bind('u', list, 'take all marks away', { type: 'unmark-all' }),
	watch: bind('w', list, 'watch the job, or no more: a bell and a notice at its end', { type: 'watch' }),
	copy: bind('c', jobs, 'copy the ids of the marked jobs, else the selected one', { type: 'copy', form: 'ids' }),
	copyMenu: bind('C', jobs, 'copy … (one of the next keys)', { type: 'pick-copy' }),
	copyIds: copy('c', 'copy the ids', 'ids', 'ids', 3),
	copyName: copy('n', 'copy the names', 'name', 'name', 4),
	copyLink: copy('l', 'copy the console links', 'link', 'link', 5),
	copyRow: copy('r', 'copy the rows as they are shown, with tabs between', 'row', 'row', 6),
	copyJson: copy('j', 'copy the items as JSON, secrets masked', 'json', 'JSON', 7),
	copyView: copy('v', 'copy this view as a command for a shell', 'view', 'view', 8),
	consoleLink: bind('o', jobs, 'link to the console; opened only on a local desktop', { type: 'console-link' }),
} satisfies Record<string, Binding>;
