import { formFields } from '../../tables/form.ts';
import type { ParameterName, ParameterValue } from '../../tables/parameters.ts';
import { looksLikeJobId, type Query } from '../query.ts';
import { type TimeWindow, toServiceTime } from '../window.ts';
import { spanText } from '../window-words.ts';

/** The text of each field; `''` means any. */
export type Texts = ReadonlyMap<ParameterName, string>;

/** A query with the page of it, all that the form edits. */
export type Asked = { readonly query: Query; readonly pageNumber: number; readonly pageSize: number };

const valueText = (value: ParameterValue | undefined): string => {
	if (typeof value === 'object') {
		return Object.entries(value)
			.map(([name, tag]) => `${name}=${tag}`)
			.join(', ');
	}
	return value === undefined ? '' : String(value);
};

const startText = (window: TimeWindow | undefined): string => {
	if (window?.kind === 'last') {
		return spanText(window.ms);
	}
	return window?.start === undefined ? '' : toServiceTime(window.start);
};

const endText = (window: TimeWindow | undefined): string =>
	window?.kind === 'between' && window.end !== undefined ? toServiceTime(window.end) : '';

const fieldText = (name: ParameterName, { query, pageNumber, pageSize }: Asked): string => {
	const isId = looksLikeJobId(query.name);
	switch (name) {
		case 'DisplayName':
			return isId ? '' : query.name;
		case 'JobId':
			return isId ? query.name : valueText(query.others.JobId);
		case 'Status':
			return query.statuses.join(',');
		case 'ShowOwn':
			return String(query.mine);
		case 'StartTime':
			return startText(query.window);
		case 'EndTime':
			return endText(query.window);
		case 'SortBy':
			return query.sort.by;
		case 'Order':
			return query.sort.order;
		case 'PageNumber':
			return String(pageNumber);
		case 'PageSize':
			return String(pageSize);
		default:
			return valueText(query.others[name]);
	}
};

/** What the fields of the form say of a query. */
export const fieldTexts = (asked: Asked): Texts => new Map(formFields.map(name => [name, fieldText(name, asked)]));
