import type { Binding, KeyMode } from './keymap.ts';

export type FormAction =
	| { readonly type: 'open-form' }
	| { readonly type: 'apply-form' }
	| { readonly type: 'leave-form' }
	| { readonly type: 'reset-form' }
	| { readonly type: 'move-in-form'; readonly by: number }
	| { readonly type: 'choose-in-form'; readonly by: 1 | -1 };

const form: readonly KeyMode[] = ['form'];

const bind = (
	keys: string,
	modes: readonly KeyMode[],
	help: string,
	action: FormAction,
	hint?: Binding['hint'],
): Binding => ({ keys: keys.split(' '), modes, group: 'Filter and sort', help, action, ...(hint ? { hint } : {}) });

/** The keys of the filter form; a part of the key table. */
export const formKeys = {
	form: bind('F', ['list'], 'the filter form: every query parameter, with its values', { type: 'open-form' }),
	applyForm: bind('enter', form, 'ask for what the form says', { type: 'apply-form' }, { word: 'apply', rank: 1 }),
	leaveForm: bind(
		'escape',
		form,
		'leave the form, nothing changes',
		{ type: 'leave-form' },
		{ word: 'leave', rank: 2 },
	),
	resetForm: bind('ctrl+r', form, 'empty every field', { type: 'reset-form' }, { word: 'reset', rank: 3 }),
	nextField: bind('down tab', form, 'the next field', { type: 'move-in-form', by: 1 }),
	formerField: bind('up shift+tab', form, 'the field before', { type: 'move-in-form', by: -1 }),
	fieldsDown: bind('pagedown', form, 'ten fields down', { type: 'move-in-form', by: 10 }),
	fieldsUp: bind('pageup', form, 'ten fields up', { type: 'move-in-form', by: -10 }),
	nextChoice: bind(
		'right',
		form,
		'the next of the values; in a text one letter on',
		{ type: 'choose-in-form', by: 1 },
		{ word: 'value', rank: 4 },
	),
	formerChoice: bind('left', form, 'the value before; in a text one letter back', { type: 'choose-in-form', by: -1 }),
} satisfies Record<string, Binding>;
