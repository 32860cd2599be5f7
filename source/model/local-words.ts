import { sentTerms } from './grammar/from-query.ts';
import type { Query } from './query.ts';

type Loaded = { readonly jobs: { readonly length: number }; readonly TotalCount: number; readonly uncounted?: boolean };

/** How far the terms that dlctop answers itself reach: `2 of 3 terms here, over 50 of 683 jobs loaded`. */
export const localWords = (query: Query, { jobs, TotalCount, uncounted = false }: Loaded): string => {
	const here = query.local.length;
	const terms = sentTerms(query).length + here;
	return `${here} of ${terms} ${terms === 1 ? 'term' : 'terms'} here, over ${jobs.length} of ${uncounted ? '?' : TotalCount} jobs loaded`;
};
