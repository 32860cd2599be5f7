import { expect, test } from 'vitest';
import { connectionFlags, flags } from '../../source/tables/flags.ts';
import { type Subcommand, subcommands } from '../../source/tables/subcommands.ts';

const all: readonly (readonly [string, Subcommand])[] = Object.entries(subcommands);

test.each(all)(
	'%s begins its usage, is explained, and takes flags that there are',
	(name, { usage, help, flags: own }) => {
		expect(usage.split(' ')[0]).toBe(name);
		expect(help).toMatch(/^[a-z].*[^.]$/);
		expect(own.filter(flag => !flags.has(flag))).toEqual([]);
	},
);

test('wait connects as the monitor does', () => {
	expect(subcommands.wait.flags).toEqual(expect.arrayContaining(Object.keys(connectionFlags)));
});
