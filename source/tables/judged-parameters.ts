import type { Job } from '../model/job.ts';
import type { ParameterName } from './parameters.ts';

/** How the service compares a parameter with a job, where a row of the list has what it looks at. */
export type JudgedParameter = {
	/** A part in any case ("supports fuzzy match"), or the whole text. */
	readonly by: 'part' | 'whole';
	/** `''` where the row does not tell. */
	readonly reads: (job: Job) => string;
};

/** The parameters whose answer can be told from loaded rows (ListJobs page; api facts 1.2), beside name, status and window. */
export const judgedParameters: Readonly<Partial<Record<ParameterName, JudgedParameter>>> = {
	Username: { by: 'part', reads: job => job.Username },
	ResourceQuotaName: { by: 'part', reads: job => job.ResourceQuotaName },
	JobType: { by: 'whole', reads: job => job.JobType },
	UserIdForFilter: { by: 'whole', reads: job => job.UserId },
	ResourceId: { by: 'whole', reads: job => job.ResourceId },
	Accessibility: { by: 'whole', reads: job => job.Accessibility },
};
