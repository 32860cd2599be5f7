/** A number of jobs as a person says it: `1 job`, `12 jobs`; `?` where nobody knows. */
export const jobWords = (count: number | '?'): string => `${count} ${count === 1 ? 'job' : 'jobs'}`;
