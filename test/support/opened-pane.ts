import { success } from '../../source/model/failure.ts';
import type { JsonObject } from '../../source/model/json.ts';
import type { Size } from '../../source/model/state.ts';
import { type Shown, show } from './ink.tsx';
import { aPage, aState, namedJob } from './jobs.ts';
import { noon } from './moves.ts';

const ago = (minutes: number): string => new Date(noon - minutes * 60_000).toISOString().replace('.000', '');

/** A job whose texts are Chinese and emoji, with a secret among its variables. */
export const item: JsonObject = {
	DisplayName: '大模型预训练-🚀-第二阶段',
	Status: 'Failed',
	ReasonCode: '用户错误',
	ReasonMessage: `节点故障 👩‍👩‍👧 ${'显存不足，请检查批大小。'.repeat(20)}`,
	GmtCreateTime: ago(60),
	GmtRunningTime: ago(50),
	GmtFinishTime: ago(10),
	UserCommand: 'cd /工作 && \\\n  python 训练.py --说明 🚀 --password hf_abcdef',
	Settings: { Tags: { 团队: '语言模型🚀' }, Driver: '535' },
	Envs: { 说明: '一段很长的中文说明🚀'.repeat(12), HF_TOKEN: 'hf_abcdef' },
	JobSpecs: [
		{ Type: 'Worker', PodCount: 2, Image: '镜像仓库/训练:🚀latest', ResourceConfig: { GPU: '8', GPUType: 'H20' } },
	],
	Pods: [
		{ PodId: 'pod-好-0', Status: 'Running', NodeName: '节点一' },
		{ PodId: 'pod-🚀-1', Status: 'Failed', HistoryPods: [{ PodId: 'pod-旧-1', Status: 'Stopped' }] },
	],
	RestartRecord: [
		{
			JobRestartCount: 1,
			OccurTime: ago(40),
			Reason: '节点故障🚀',
			RestartDurationInSec: 95,
			RestartStatus: 'Succeeded',
			DetailErrorInfoList: [{ ErrorMsg: '显存不足，请检查批大小', Node: '节点一', TriggerRestart: true }],
		},
	],
	StatusHistory: [
		{ Status: 'Queuing', StartTime: ago(60), EndTime: ago(50) },
		{ Status: 'Running', StartTime: ago(50), EndTime: ago(10), ReasonMessage: '中文原因' },
	],
};

export const sizes: readonly Size[] = [
	{ columns: 160, rows: 45 },
	{ columns: 120, rows: 30 },
	{ columns: 80, rows: 24 },
	{ columns: 40, rows: 10 },
];

/** The pane, open on the first of two jobs. */
export const openedPane = async (size: Size, more: JsonObject = {}, ascii = false): Promise<Shown> => {
	const shown = show({ ...aState({ ascii }), size }, { look: { color: !ascii, ascii } });
	shown.program.send({ type: 'started' });
	await shown.api.last().answer(success(aPage([namedJob('dlc1', { ...item, ...more }), namedJob('dlc2')])));
	await shown.write('\r');
	return shown;
};
