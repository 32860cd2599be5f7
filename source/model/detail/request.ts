import { statusOf } from '../../tables/statuses.ts';
import { andThen, only, type Step } from '../effect.ts';
import type { Failure } from '../failure.ts';
import type { Json } from '../json.ts';
import type { State } from '../state.ts';
import { isAboutTheId } from '../unknown-id.ts';
import { type Detail, isInList } from './detail.ts';
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

/** A job that no list shows any more, and that has not ended, is followed by GetJob alone, as long as there is such a job. */
const isAlone = (detail: Detail): boolean =>
	!isInList(detail) && !statusOf(detail.merged.Status).terminal && !isAboutTheId(detail.failure);

/** Whether the list was read to its end just now. Of the requests of a poll that is one: a count, or a page of many, says nothing of a job. */
const isRead = ({ detail, listing }: State, before: Detail): boolean =>
	detail !== before && listing?.sweep?.done !== false;

/**
 * After a poll: asks again if it brought the row in another form, or no row, and no request is under way. After a refusal only the
 * user asks again, by `r`: the answer would be the same.
 */
export const askIfChanged = (state: State, before: Detail | undefined): Step => {
	const { detail } = state;
	if (detail === undefined || before?.job.key !== detail.job.key) {
		return only(state);
	}
	const mayAsk = detail.request === undefined && detail.failure?.kind !== 'not-allowed';
	const isDue = before.job !== detail.job || (isAlone(detail) && isRead(state, before));
	return isDue && mayAsk ? askForJob(state) : only(state);
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
