import type { JobPage } from '../model/job.ts';
export const report = (
	page: JobPage,
	_options: { readonly format: string; readonly columns: readonly string[] | undefined; readonly now: number },
): { readonly text: string; readonly warning: string | undefined } => ({
	text: page.jobs.map(job => job.JobId).join('\n'),
	warning: undefined,
});
