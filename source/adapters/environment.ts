/** Environment variables, as `process.env` has them. */
export type Environment = { readonly [name: string]: string | undefined };

/** The first of these variables that holds more than blanks, trimmed. */
export const firstSet = (
	env: Environment,
	names: readonly string[],
): { readonly name: string; readonly value: string } | undefined => {
	for (const name of names) {
		const value = env[name]?.trim() ?? '';
		if (value !== '') {
			return { name, value };
		}
	}
	return undefined;
};

/** Whether a switch is on: `true` in any case, or `1`. */
export const isSwitchedOn = (env: Environment, name: string): boolean =>
	/^(true|1)$/i.test(firstSet(env, [name])?.value ?? '');
