import type { Job } from './job.ts';

/** Ids come from the service. A half of a pair cannot be encoded, and no id has one. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** Where every link leads. */
export const consoleHost = 'pai.console.aliyun.com';

/** The page of a job in the console of mainland China; the form is the one that Alibaba Cloud's own diagnosis skill links to. */
export const consoleLink = (region: string, { JobId, WorkspaceId }: Pick<Job, 'JobId' | 'WorkspaceId'>): string =>
	`https://${consoleHost}/?regionId=${encoded(region)}&workspaceId=${encoded(WorkspaceId)}#/dlc/jobs/${encoded(JobId)}/overview`;
