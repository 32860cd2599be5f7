import type { Arguments } from '../adapters/arguments.ts';
import type { Output } from '../tables/flags.ts';

/** The form to print in: a table unless another one was asked for, with every column where the monitor would have them. */
export const formOf = ({ output = 'table', look }: Pick<Arguments, 'output' | 'look'>): Output =>
	output === 'table' && look.wide ? 'wide' : output;
