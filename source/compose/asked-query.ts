import type { Arguments } from '../adapters/arguments.ts';
import { queryFrom } from '../model/from-parameters.ts';
import { parseQuery } from '../model/grammar/to-query.ts';
import type { Query } from '../model/query.ts';

/** What the command line asks for: its parameters, and the terms of `--filter` on top of them. `now` is ms since the epoch. */
export const askedQuery = ({ parameters, filter, jobId }: Arguments, now: number): Query => {
	const base = queryFrom(parameters);
	const query = filter === undefined ? undefined : parseQuery(filter, base, now);
	const asked = query?.ok === true ? query.value : base;
	return jobId === undefined ? asked : { ...asked, name: jobId };
};
