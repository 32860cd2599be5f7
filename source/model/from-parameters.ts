import type { ListJobsParameters } from '../tables/parameters.ts';
import { defaultQuery, type Query, type Sort, type SortKey } from './query.ts';
import type { TimeWindow } from './window.ts';

const sortKeys: readonly SortKey[] = ['DisplayName', 'JobType', 'Status', 'GmtCreateTime', 'GmtFinishTime'];

const sortOf = ({ SortBy, Order }: ListJobsParameters): Sort => ({
	by: sortKeys.find(key => key === SortBy) ?? defaultQuery.sort.by,
	order: Order === 'asc' ? 'asc' : 'desc',
});

const instant = (text: string | undefined): number | undefined => {
	const ms = text === undefined ? Number.NaN : Date.parse(text);
	return Number.isNaN(ms) ? undefined : ms;
};

const windowOf = ({ StartTime, EndTime }: ListJobsParameters): TimeWindow | undefined => {
	const start = instant(StartTime);
	const end = instant(EndTime);
	return start === undefined && end === undefined ? undefined : { kind: 'between', start, end };
};

/** The query that the flags ask for. Several statuses with commas become several chains, since the service takes one. */
export const queryFrom = (given: ListJobsParameters): Query => {
	const { DisplayName, Status, StartTime, EndTime, SortBy, Order, PageNumber, PageSize, ShowOwn, ...others } = given;
	return {
		name: DisplayName ?? '',
		statuses: (Status ?? '').split(',').flatMap(word => (word.trim() === '' ? [] : [word.trim()])),
		mine: ShowOwn ?? true,
		window: windowOf({ ...(StartTime && { StartTime }), ...(EndTime && { EndTime }) }),
		sort: sortOf({ ...(SortBy && { SortBy }), ...(Order && { Order }) }),
		others,
		local: [],
	};
};
