import type { JobPage } from '../../source/model/job.ts';
import type { Json, JsonObject } from '../../source/model/json.ts';
import { decodeListAnswer } from '../../source/model/list-answer.ts';

/** The time of the answer in these tests. */
export const answeredAt = Date.UTC(2026, 10, 9, 12);

/** The page as the client would decode it from this answer. */
export const pageOf = (items: readonly Json[], more: JsonObject = {}): JobPage => {
	const answer = decodeListAnswer({ Jobs: items, TotalCount: items.length, RequestId: '473469C7', ...more });
	if (!answer.ok) {
		throw new Error(answer.problem.message);
	}
	return answer.value;
};

export const hostileName = '\u001b[31mred\u001b]0;owned\u0007 \u202egpj.exe\nnext\u009b2J\u200b\u2028';

export const items: readonly JsonObject[] = [
	{
		JobId: 'dlc1',
		DisplayName: 'llm-pretrain',
		Status: 'Running',
		JobType: 'PyTorchJob',
		Username: 'alice',
		RequestGPU: '64',
		NodeCount: '8',
		GmtCreateTime: '2026-11-06T10:00:00Z',
		GmtRunningTime: '2026-11-09T11:00:00Z',
		ReasonMessage: 'said "no", twice',
		Envs: { HF_TOKEN: 'hunter2', LR: '0.1' },
	},
	{
		JobId: 'dlc2',
		DisplayName: 'nightly-评估-中文',
		Status: 'Queuing',
		JobType: 'TFJob',
		Username: '鲍勃',
		GmtCreateTime: '2026-11-09T11:48:00Z',
	},
	{ JobId: 'dlc3', DisplayName: hostileName, Status: 'Failed', Username: '👩‍🚀', RequestGPU: '8' },
];
