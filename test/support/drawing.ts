import { success } from '../../source/model/failure.ts';
import type { Job } from '../../source/model/job.ts';
import type { JsonObject } from '../../source/model/json.ts';
import type { Size } from '../../source/model/state.ts';
import { type Shown, show } from './ink.tsx';
import { aJob, aPage, aState } from './jobs.ts';

/** 14:03:27 in the zone of the test, when the last answer came. */
export const drawnAt = new Date(2026, 10, 9, 14, 3, 27).getTime();
const minutes = (count: number): number => count * 60_000;
const hours = (count: number): number => minutes(60 * count);
const ago = (ms: number): string => new Date(drawnAt - ms).toISOString();

const job = (item: JsonObject): Job =>
	aJob({ WorkspaceId: '268', WorkspaceName: 'dlc-workspace', JobType: 'PyTorchJob', NodeCount: '1', ...item });

const failing = (Status: string): Job =>
	job({
		JobId: 'dlc3p6t0y7q2kdz5',
		DisplayName: 'tf-mnist-test',
		Status,
		JobType: 'TFJob',
		Username: 'carol',
		RequestGPU: '1',
		GmtCreateTime: ago(minutes(63)),
		GmtRunningTime: ago(minutes(59)),
		...(Status === 'Failed' ? { GmtFinishTime: ago(minutes(1)) } : {}),
	});

const named: readonly Job[] = [
	job({
		JobId: 'dlc1k3b7x2m4f9qz',
		DisplayName: 'llm-pretrain-7b-stage2',
		Status: 'Running',
		Username: 'alice',
		RequestGPU: '64',
		NodeCount: '8',
		GmtCreateTime: ago(hours(74)),
		GmtRunningTime: ago(hours(71)),
	}),
	job({
		JobId: 'dlc9x0c5v8n1a81k',
		DisplayName: 'nightly-eval-中文',
		Status: 'Queuing',
		Username: 'bob',
		RequestGPU: '8',
		GmtCreateTime: ago(minutes(12)),
	}),
];

const others = (count: number, from: number, item: JsonObject): readonly Job[] =>
	Array.from({ length: count }, (_, index) => {
		const number = String(from + index).padStart(2, '0');
		return job({
			JobId: `dlc00000000000${number}`,
			DisplayName: `resnet-sweep-${number}`,
			Username: 'deborah',
			GmtCreateTime: ago(hours(5)),
			...item,
		});
	});

/** The 50 jobs of the drawing: three of them as drawn, the others so that the sums come out. */
const page = (status: string) => {
	const rest = [
		...others(29, 4, { Status: 'Running', RequestGPU: '12', GmtRunningTime: ago(hours(4)) }),
		...others(11, 33, { Status: 'Queuing', RequestGPU: '8' }),
		...others(1, 44, { Status: 'SucceededReserving', RequestGPU: '8', DisplayName: 'a-name-of-exactly-28-letters' }),
		...others(6, 45, { Status: 'Stopped' }),
	];
	return success(aPage([...named, failing(status), ...rest], 683));
};

/** The monitor of the drawings: on page 2, after two polls between which a job failed, with four older live jobs. */
export const drawn = async (size: Size): Promise<Shown> => {
	const shown = show({ ...aState(), size, pageNumber: 2 }, { at: drawnAt - 10_000 });
	const { api, clock, program } = shown;
	program.send({ type: 'started' });
	await api.last().answer(page('Running'));
	while (program.getState().poll.kind === 'fetching') {
		await api.last().answer(success(aPage([], api.last().parameters.Status === 'Running' ? 4 : 0)));
	}
	clock.advance(10_000);
	await api.last().answer(page('Failed'));
	return shown;
};
