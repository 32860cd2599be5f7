import type { Configured } from '../../source/model/config/configuration.ts';
import { decodeJob } from '../../source/model/decode-job.ts';
import type { Job, JobPage } from '../../source/model/job.ts';
import type { JsonObject } from '../../source/model/json.ts';
import type { Settings } from '../../source/model/settings.ts';
import { initialState, type State } from '../../source/model/state.ts';
import { usualViews } from '../../source/model/views/views.ts';
import { usualKeys } from '../../source/tables/keymap.ts';
import { usualThresholds } from '../../source/tables/triage-rules.ts';

/** A job as the client would decode it from this item. */
export const aJob = (item: JsonObject): Job => decodeJob(item, 0);

export const namedJob = (JobId: string, more: JsonObject = {}): Job =>
	aJob({ JobId, DisplayName: `train-${JobId}`, Status: 'Running', GmtCreateTime: '2026-11-09T10:00:00Z', ...more });

/** A page as the client would decode it. */
export const aPage = (jobs: readonly Job[], TotalCount: number = jobs.length): JobPage => ({
	jobs,
	TotalCount,
	RequestId: '473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E',
	duplicates: 0,
	sent: {},
});

export const someConfigured: Configured = {
	maxJobs: 5000,
	requestsPerMinute: 60,
	pageSize: 50,
	periodMs: 10_000,
	columns: undefined,
	triage: usualThresholds,
	keys: usualKeys,
	views: usualViews,
	theme: new Map(),
};

export const someSettings: Settings = {
	region: 'cn-hangzhou',
	credentials: '',
	demo: false,
	chaos: false,
	ascii: false,
	showSecrets: false,
	...someConfigured,
	configured: someConfigured,
	opensWith: [],
	notifies: true,
	opensLinks: false,
};

export const aState = (settings: Partial<Settings> = {}): State =>
	initialState({ ...someSettings, ...settings }, { columns: 120, rows: 30 });
