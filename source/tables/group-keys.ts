import type { Job } from '../model/job.ts';
import { maskText } from '../text/mask.ts';
import { patternOf } from '../text/pattern.ts';
import { typedWord } from '../text/typed-word.ts';

export type GroupEntry = {
	/** After "grouped by". */
	readonly word: string;
	/** The group a job belongs to; `''` where nothing is known. Not yet made safe for the terminal. */
	readonly of: (job: Job) => string;
	/** It is a path: what tells one from another stands at its end, which is kept where there is no room for all of it. */
	readonly isPath?: true;
};

const reasonOf = ({ ReasonCode, ReasonMessage }: Job): string =>
	[maskText(ReasonCode), patternOf(maskText(ReasonMessage))].filter(text => text !== '').join(': ');

/** What jobs can be grouped by, in the order of the `z` key. */
export const groupKeys = {
	status: { word: 'status', of: job => job.Status },
	reason: { word: 'reason', of: reasonOf },
	user: { word: 'user', of: job => job.Username || job.UserId },
	quota: { word: 'quota', of: job => job.ResourceQuotaName || job.ResourceId },
	workspace: { word: 'workspace', of: job => job.WorkspaceName || job.WorkspaceId },
	gpuType: { word: 'GPU type', of: job => job.gpuType },
	image: { word: 'image', of: job => maskText(job.image), isPath: true },
} as const satisfies Record<string, GroupEntry>;

export type GroupKey = keyof typeof groupKeys;

/** What is typed for the keys: on the command line, behind `:group`, in the settings file. */
export const groupWords: readonly string[] = Object.values(groupKeys).map(({ word }) => typedWord(word));

export const isGroupKey = (id: string): id is GroupKey => Object.hasOwn(groupKeys, id);

const order: readonly GroupKey[] = ['status', 'reason', 'user', 'quota', 'workspace', 'gpuType', 'image'];

/** The key after this one; none after the last. */
export const nextGroupKey = (key: GroupKey | undefined): GroupKey | undefined =>
	key === undefined ? order[0] : order[order.indexOf(key) + 1];
