import { readTime } from '../../text/sent-time.ts';
import type { Job } from '../job.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';

export type LogPod = {
	readonly PodId: string;
	readonly PodUid: string;
	/** The role: `master`, `worker`. */
	readonly Type: string;
	readonly Status: string;
	/** Whether another run took its place. */
	readonly former: boolean;
	/** Ms since the epoch; undefined while it runs, and where nobody tells. */
	readonly finishedAt: number | undefined;
};

const textIn = (item: JsonObject, name: string): string => {
	const value = Object.hasOwn(item, name) ? item[name] : undefined;
	return typeof value === 'string' ? value : '';
};

const list = (value: Json | undefined): readonly Json[] => (value !== undefined && isJsonArray(value) ? value : []);

/** A pod, and behind it the runs before it: their fields in the same form, one level deep. */
const podOf = (item: Json, former: boolean): readonly LogPod[] =>
	isJsonObject(item) && textIn(item, 'PodId') !== ''
		? [
				{
					PodId: textIn(item, 'PodId'),
					PodUid: textIn(item, 'PodUid'),
					Type: textIn(item, 'Type'),
					Status: textIn(item, 'Status'),
					former,
					finishedAt: readTime(textIn(item, 'GmtFinishTime')),
				},
				...(former ? [] : list(item.HistoryPods).flatMap(run => podOf(run, true))),
			]
		: [];

/** The pods of a job, as its item names them: ids are never guessed. */
export const podsOf = ({ sent }: Pick<Job, 'sent'>): readonly LogPod[] => {
	return isJsonObject(sent) ? list(sent.Pods).flatMap(pod => podOf(pod, false)) : [];
};

const isFailed = ({ Status }: LogPod): boolean => Status === 'Failed';
const leads = ({ Type }: LogPod): boolean => /^(?:master|chief|head|launcher)$/i.test(Type);
const works = ({ Type }: LogPod): boolean => /^worker$/i.test(Type);

/** The pod to look at first: the first that failed, else the leading one, else the first worker, else any. -1 without pods. */
export const firstPod = (pods: readonly LogPod[]): number => {
	const found = [isFailed, leads, works]
		.map(test => pods.findIndex(pod => !pod.former && test(pod)))
		.find(index => index >= 0);
	return found ?? Math.min(0, pods.length - 1);
};
