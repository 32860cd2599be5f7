import { failed, type Result, success } from '../model/failure.ts';
import type { Goal } from '../model/wait/goal.ts';
import { waitFlags } from '../tables/flags.ts';
import { parseSpan } from '../tables/parameter-values.ts';
import { statuses } from '../tables/statuses.ts';
import { isSubcommand, type Shell, type SubcommandName, shells, subcommands } from '../tables/subcommands.ts';
import { nearestOrAll } from '../text/nearest.ts';
import { wrongValue } from './wrong-value.ts';

export type WaitCommand = {
	readonly kind: 'wait';
	/** Each once, as first given. */
	readonly ids: readonly string[];
	readonly goal: Goal;
	/** Undefined: for ever. */
	readonly timeoutMs: number | undefined;
};

export type Command = WaitCommand | { readonly kind: 'completion'; readonly shell: Shell } | { readonly kind: 'man' };

/** The words of a command line, and the flags that were given with their values. */
export type Words = {
	readonly words: readonly string[];
	readonly given: readonly string[];
	readonly text: (flag: string) => string | undefined;
};

export const isJobId = (word: string): boolean => /^dlc[0-9a-z-]+$/i.test(word);

const statusNames: readonly string[] = Object.keys(statuses);

const parseGoal = (raw: string | undefined): Result<Goal, string> => {
	const words = (raw ?? 'terminal').split(',').map(word => word.trim());
	const [first = ''] = words;
	if (words.length === 1 && /^terminal$/i.test(first)) {
		return success({ kind: 'terminal' });
	}
	if (words.length === 1 && first === 'running') {
		return success({ kind: 'running' });
	}
	const named = words.map(word => statusNames.find(name => name.toLowerCase() === word.toLowerCase()) ?? { word });
	for (const name of named) {
		if (typeof name !== 'string') {
			const problem = /^terminal$/i.test(name.word)
				? `${name.word} stands alone`
				: `${name.word} is no goal${nearestOrAll(name.word, waitFlags.for.values)}`;
			return failed(wrongValue('for', raw ?? '', problem));
		}
	}
	return success({ kind: 'statuses', statuses: named.flatMap(name => (typeof name === 'string' ? [name] : [])) });
};

const longestTimeoutMs = 365 * 86_400_000;

const parseTimeout = (raw: string | undefined): Result<number | undefined, string> => {
	const ms = raw === undefined ? undefined : parseSpan(raw);
	return raw === undefined || (ms !== undefined && ms > 0 && ms <= longestTimeoutMs)
		? success(ms)
		: failed(`--timeout ${raw}: write a span like 90s, 30m, 2h or 1d12h, a year at most`);
};

const uniqueIds = (ids: readonly string[]): readonly string[] =>
	ids.filter((id, index) => ids.findIndex(other => other.toLowerCase() === id.toLowerCase()) === index);

const parseWait = (ids: readonly string[], text: Words['text']): Result<Command, string> => {
	const wrong = ids.find(id => !isJobId(id));
	if (ids.length === 0 || wrong !== undefined) {
		return failed(ids.length === 0 ? 'wait: give one job id at least' : `wait ${wrong}: not a job id (dlc...)`);
	}
	const goal = parseGoal(text('for'));
	const timeout = parseTimeout(text('timeout'));
	if (!goal.ok) {
		return goal;
	}
	return timeout.ok
		? success({ kind: 'wait', ids: uniqueIds(ids), goal: goal.value, timeoutMs: timeout.value })
		: timeout;
};

const parseCompletion = (words: readonly string[]): Result<Command, string> => {
	const shell = shells.find(name => name === words[0]);
	return shell === undefined || words.length > 1
		? failed(`completion ${words.join(' ')}`.trim().concat(`: give one of ${shells.join(', ')}`))
		: success({ kind: 'completion', shell });
};

const parseNamed = (name: SubcommandName, words: readonly string[], text: Words['text']): Result<Command, string> => {
	switch (name) {
		case 'wait':
			return parseWait(words, text);
		case 'completion':
			return parseCompletion(words);
		case 'man':
			return words[0] === undefined ? success({ kind: 'man' }) : failed(`man ${words[0]}: takes nothing`);
	}
};

/** The subcommand that the first word names, with all that belongs to it; undefined where it names none. */
export const parseCommand = ({ words, given, text }: Words): Result<Command | undefined, string> => {
	const [name, ...rest] = words;
	if (!isSubcommand(name)) {
		const stray = given.find(flag => Object.hasOwn(waitFlags, flag));
		return stray === undefined ? success(undefined) : failed(`--${stray} goes with dlctop wait JOB...`);
	}
	const allowed: readonly string[] = subcommands[name].flags;
	const stray = given.find(flag => !allowed.includes(flag));
	return stray === undefined ? parseNamed(name, rest, text) : failed(`--${stray} does not go with dlctop ${name}`);
};
