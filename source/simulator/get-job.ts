import type { JsonObject } from '../model/json.ts';
import { itemAt } from './item.ts';
import type { SimulatedJob } from './job.ts';
import { begun } from './life.ts';
import { present } from './present.ts';
import { gmt } from './time.ts';

/** What ListJobs has and GetJob has not. */
const onlyInLists: ReadonlySet<string> = new Set([
	'EnablePreemptibleJob',
	'GmtModifiedTime',
	'IsDeleted',
	'JobMaxRunningTimeMinutes',
	'NodeCount',
	'NodeNames',
	'RequestCPU',
	'RequestGPU',
	'RequestMemory',
	'ResourceName',
	'ResourceQuotaName',
	'RetryCount',
	'SystemEnvs',
	'TemplateId',
	'TemplateName',
	'UseOversoldResource',
	'UserScript',
	'Username',
	'WorkingDir',
]);

const restartRecord = ({ life }: SimulatedJob, now: number): readonly JsonObject[] =>
	begun(life, now)
		.map((phase, index, all) => ({ ...phase, ends: all[index + 1]?.at }))
		.filter(phase => phase.Status === 'Restarting')
		.map(({ at, ends, reason }, index) =>
			present({
				JobRestartCount: index + 1,
				OccurPhase: 'Running',
				OccurTime: gmt(at),
				Reason: reason.ReasonCode,
				RestartStatus: ends === undefined ? 'Restarting' : 'Succeeded',
				RestartDurationInSec: ends === undefined ? undefined : (ends - at) / 1000,
				RestartLevelType: 'JobLevel',
				DetailErrorInfoList: [
					{ ErrorCode: reason.PodReason ?? '', ErrorMsg: reason.ReasonMessage, TriggerRestart: true },
				],
			}),
		);

/** A job in GetJob's own flat shape: more about restarts and variables than a list tells, and some of the list's fields not at all. */
export const getJob = (job: SimulatedJob, now: number): JsonObject => ({
	...Object.fromEntries(Object.entries(itemAt(job, now)).filter(([name]) => !onlyInLists.has(name))),
	Description: job.spec.Description,
	CustomEnvs: Object.entries(job.spec.Envs).map(([Key, Value]) => ({ Key, Value, Visible: 'public' })),
	RestartRecord: restartRecord(job, now),
});
