import { readTree } from '../../source/adapters/settings-tree.ts';
import { checkConfig } from '../../source/model/config/check.ts';
import type { Config } from '../../source/model/config/config.ts';
import { noon } from './moves.ts';

/** What a settings file is wrong with, each mistake as `line:column: words`; none where it is understood. */
export const mistakesIn = (text: string): readonly string[] => {
	const tree = readTree(text);
	const config = tree.ok ? checkConfig(tree.value, noon) : tree;
	return config.ok ? [] : config.problem.map(({ place, message }) => `${place.line}:${place.column}: ${message}`);
};

/** A settings file that is known to be understood. */
export const configOf = (text: string): Config => {
	const tree = readTree(text);
	const config = tree.ok ? checkConfig(tree.value, noon) : tree;
	if (!config.ok) {
		throw new Error(mistakesIn(text).join('\n'));
	}
	return config.value;
};
