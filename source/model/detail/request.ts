import { statusOf } from '../../tables/statuses.ts';
import { andThen, only, type Step } from '../effect.ts';
import type { Failure } from '../failure.ts';
import type { Json } from '../json.ts';
import type { State } from '../state.ts';
import type { Detail } from './detail.ts';
import { withAnswer } from './follow.ts';
import { refitDetail } from './refit.ts';

/** Gives up the request of the pane, if one is on its way. */
export const abortJob = (state: State): Step => {
	const { detail } = state;
	return detail?.request === undefined
		? only(state)
		: [{ ...state, detail: { ...detail, request: undefined } }, [{ type: 'abort-job' }]];
};

/** Asks for the job of the pane at once. A row without a JobId has nothing to ask for. */
export const askForJob = (state: State): Step =>
	andThen(abortJob(state), calm => {
		const { detail } = calm;
		const JobId = detail?.job.JobId ?? '';
		if (detail === undefined || JobId === '') {
			return only(calm);
		}
		const request = calm.lastRequest + 1;
		return [{ ...calm, lastRequest: request, detail: { ...detail, request } }, [{ type: 'fetch-job', request, JobId }]];
	});

/** A job that no list shows any more, and that has not ended, is followed by GetJob alone. */
const isAlone = ({ listed, leftAt, merged }: Detail): boolean =>
	(!listed || leftAt !== undefined) && !statusOf(merged.Status).terminal;

/**
 * After a poll: asks again if it brought the row in another form, or no row, and no request is under way. After a refusal only the
 * user asks again, by `r`: the answer would be the same.
 */
export const askIfChanged = (state: State, before: Detail | undefined): Step => {
	const { detail } = state;
	const changed = detail !== undefined && before?.job.key === detail.job.key && before.job !== detail.job;
	const mayAsk = detail?.request === undefined && detail?.failure?.kind !== 'not-allowed';
	const isOpen = detail !== undefined && before?.job.key === detail.job.key;
	return (changed || (isOpen && isAlone(detail))) && mayAsk ? askForJob(state) : only(state);
};

/** Whether an answer is the one that the pane waits for; a late one is dropped. */
const isAwaited = (detail: Detail | undefined, request: number): detail is Detail => detail?.request === request;

export const jobArrived = (state: State, request: number, item: Json, at: number): Step =>
	only(
		isAwaited(state.detail, request)
			? refitDetail({ ...state, detail: withAnswer(state.detail, item, at - state.clockAheadMs) })
			: state,
	);

/** GetJob failed: the list's data stay. */
export const jobFailed = (state: State, request: number, failure: Failure): Step =>
	only(
		isAwaited(state.detail, request)
			? refitDetail({ ...state, detail: { ...state.detail, request: undefined, failure } })
			: state,
	);
