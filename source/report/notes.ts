import type { JobPage } from '../model/job.ts';
import type { Output } from '../tables/flags.ts';

const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

/**
 * What a form leaves out or cannot say, in sentences for stderr; undefined where it says it all. `isFiltered`: these are the ones of the
 * page that terms of dlctop's own leave, so that the count of the service is not of them.
 */
export const notesOn = (page: JobPage, format: Output, isFiltered = false): string | undefined => {
	if (format === 'json') {
		return undefined;
	}
	const nameless = format === 'quiet' ? page.jobs.filter(({ JobId }) => JobId === '').length : 0;
	const sentences = [
		...(page.jobs.length === 0 ? ['No job matches these filters in this window.'] : []),
		...(!isFiltered && page.jobs.length > 0 && page.jobs.length + page.duplicates < page.TotalCount
			? [
					`These are ${page.jobs.length} of ${page.TotalCount} jobs: --everything prints all, --page-number and --page-size others.`,
				]
			: []),
		...(page.uncounted === true ? ['The service sent no count of the jobs: there may be more.'] : []),
		...(page.duplicates > 0 ? [`The service sent ${items(page.duplicates)} twice; the first of each is here.`] : []),
		...(nameless > 0 ? [`The service sent ${items(nameless)} without a JobId; left out here.`] : []),
	];
	return sentences.length === 0 ? undefined : sentences.join('\n');
};
