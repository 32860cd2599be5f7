import { jobItem, type RowItem, rowItem } from '../tables/job-item.ts';
import { readTime } from '../text/sent-time.ts';
import { countOf, gpusRequested, nodesOf } from './derive.ts';
import { fits } from './fits.ts';
import type { DecodeProblem, Job } from './job.ts';
import { boundDepth, type Json } from './json.ts';
import { describe, read } from './schema.ts';

/** The item, shallow enough to walk, and what in it could not be read. */
const examine = (sent: Json): Pick<Job, 'problems' | 'sent'> => {
	if (fits(jobItem, sent)) {
		return { sent, problems: [] };
	}
	const bounded = boundDepth(sent);
	const { value, problems } = read(jobItem, bounded);
	const isNothing = value === undefined && problems.length === 0;
	return {
		sent: bounded,
		problems: isNothing ? [{ path: '', expected: 'an object', found: describe(bounded) }] : problems,
	};
};

const readRow = (sent: Json): RowItem => read(rowItem, sent).value ?? {};

/** `"1"`, or `"0/10"`: used and limit. */
const restartsShape = /^(\d{1,9})(?:\/(\d{1,9}))?$/;

const readRestarts = (text: string): Job['restarts'] => {
	const [, used, limit] = restartsShape.exec(text) ?? [];
	return used === undefined
		? undefined
		: { used: Number(used), limit: limit === undefined ? undefined : Number(limit) };
};

type Formatted =
	| 'RestartTimes'
	| 'RequestGPU'
	| 'NodeCount'
	| 'GmtCreateTime'
	| 'GmtSubmittedTime'
	| 'GmtRunningTime'
	| 'GmtFinishTime';

/** The texts of an item that mean a number or a time, each read on its own; those that cannot be are noted. */
const formattedReader = (item: RowItem) => {
	const problems: DecodeProblem[] = [];
	const readFormatted = <Value>(path: Formatted, expected: string, parse: (text: string) => Value | undefined) => {
		const text = item[path];
		// The metadata's example shows the word null for a time that was not reached.
		if (text === undefined || text === 'null') {
			return undefined;
		}
		const value = parse(text);
		if (value === undefined) {
			problems.push({ path, expected, found: describe(text) });
		}
		return value;
	};
	return { problems, readFormatted };
};

/**
 * One row of the list. `index` is the item's place on its page, from 0; it names a row that came without a JobId.
 * Never throws: an item that is no object, or has none of the fields, still is a row, with its problems.
 */
export const decodeJob = (came: Json, index: number): Job => {
	const { sent, problems } = examine(came);
	const item = readRow(sent);
	const { problems: unformatted, readFormatted } = formattedReader(item);
	const time = (path: Formatted) => readFormatted(path, 'a time like 2026-11-23T14:03:27Z', readTime);
	readFormatted('RequestGPU', 'a count', countOf);
	readFormatted('NodeCount', 'a count', countOf);
	const specs = item.JobSpecs ?? [];
	return {
		key: item.JobId ?? `?${index + 1}`,
		JobId: item.JobId ?? '',
		DisplayName: item.DisplayName ?? '',
		Status: item.Status ?? '',
		SubStatus: item.SubStatus ?? '',
		ReasonCode: item.ReasonCode ?? '',
		ReasonMessage: item.ReasonMessage ?? '',
		JobType: item.JobType ?? '',
		UserId: item.UserId ?? '',
		Username: item.Username ?? '',
		WorkspaceId: item.WorkspaceId ?? '',
		WorkspaceName: item.WorkspaceName ?? '',
		ResourceId: item.ResourceId ?? '',
		ResourceQuotaName: item.ResourceQuotaName ?? '',
		ResourceType: item.ResourceType ?? '',
		Accessibility: item.Accessibility ?? '',
		Priority: item.Priority,
		restarts: readFormatted('RestartTimes', 'a count like 1 or 0/10', readRestarts),
		gpus: gpusRequested(item),
		gpuType: specs.find(spec => spec.ResourceConfig?.GPUType !== undefined)?.ResourceConfig?.GPUType ?? '',
		image: specs.find(spec => spec.Image !== undefined)?.Image ?? '',
		nodes: nodesOf(item),
		GmtCreateTime: time('GmtCreateTime'),
		GmtSubmittedTime: time('GmtSubmittedTime'),
		GmtRunningTime: time('GmtRunningTime'),
		GmtFinishTime: time('GmtFinishTime'),
		JobMaxRunningTimeMinutes: item.JobMaxRunningTimeMinutes,
		problems: unformatted.length === 0 ? problems : [...problems, ...unformatted],
		sent,
	};
};
