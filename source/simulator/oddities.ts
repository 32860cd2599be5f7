import type { JsonObject } from '../model/json.ts';
import type { Part } from './part.ts';
import { crash } from './reasons.ts';
import { evaluation, finetune } from './workloads.ts';

const minute = 60_000;
const hour = 60 * minute;

const oddity = (DisplayName: string, age: number, reshape?: Part['reshape'], more: Partial<Part> = {}): Part => ({
	DisplayName,
	age,
	workload: finetune,
	size: { nodes: 1, gpusPerNode: 1 },
	steps: () => [
		{ Status: 'Creating', ms: 3_000 },
		{ Status: 'Queuing', ms: 2_000 },
		{ Status: 'EnvPreparing', ms: 20_000 },
		{ Status: 'Running', ms: 26 * minute },
		{ Status: 'Succeeded', ms: 1_000 },
	],
	...(reshape === undefined ? {} : { reshape }),
	...more,
});

const inStatus = (Status: string): Partial<Part> => ({
	steps: () => [
		{ Status: 'Creating', ms: 3_000 },
		{ Status, ms: 400 * 24 * hour },
	],
});

const pick = (item: JsonObject, ...names: readonly string[]): JsonObject =>
	Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));

/** Items as a real service, or someone who wishes ill, may send them. */
export const oddities: readonly Part[] = [
	oddity('\u001b[31mred\u001b[0m \u001b]0;owned\u0007\u001b[2J\u001b[1;1Hhome', 31 * minute),
	oddity('\u001b]52;c;cm0gLXJmIH4=\u0007copy me \u009b31m', 50 * minute),
	oddity('invoice\u202egpj.exe\u202c\u200b\u2066x\u2069', 55 * minute),
	oddity('line one\nline two\ttabbed\r\u0000end', 65 * minute),
	oddity('👩‍🚀 moonshot ❤️ 🇨🇳 e\u0301clair', 70 * minute, undefined, { workload: evaluation }),
	oddity('训练任务-中文名称-图像分类-第十二次-非常非常非常长的名字-resnet50-微调', 75 * minute),
	oddity('سعید\u200cکار-multilingual', 80 * minute),
	oddity('x'.repeat(300), 2 * hour),
	oddity('nearly-nothing', 85 * minute, item => pick(item, 'JobId', 'Status')),
	oddity('only-times', 86 * minute, item => pick(item, 'JobId', 'DisplayName', 'GmtCreateTime', 'GmtFinishTime')),
	oddity('unknown-status', 90 * minute, undefined, inStatus('Hibernating')),
	oddity('unheard-of-status', 91 * minute, undefined, inStatus('PreAllocating')),
	oddity('unknown-type', 95 * minute, item => ({ ...item, JobType: 'JaxJob' })),
	oddity('unknown-fields', 100 * minute, item => ({
		...item,
		CarbonGrams: 1_204.5,
		Lineage: { Parents: [{ JobId: 'dlc0000000000000', Edge: null }], Depth: 2 },
	})),
	oddity('vpc-as-text', 105 * minute, item => ({ ...item, UserVpc: 'vpc-1' })),
	oddity('replicas-as-object', 110 * minute, item => ({
		...item,
		JobReplicaStatuses: { Worker: { Type: 'Worker', Active: 1, Queuing: 0, Dequeued: 0 } },
	})),
	oddity('restarts-without-limit', 115 * minute, item => ({ ...item, RestartTimes: '1' })),
	oddity('numbers-as-numbers', 120 * minute, item => ({ ...item, RequestGPU: 1, NodeCount: 1, Priority: '3' })),
	oddity('wrong-everywhere', 125 * minute, item => ({
		...item,
		DisplayName: 404,
		JobSpecs: 'none',
		Pods: { first: true },
		GmtCreateTime: 'yesterday',
		Envs: [],
	})),
	oddity('empty-objects', 130 * minute, item => ({
		...item,
		ResourceId: '',
		ResourceQuotaName: '',
		Priority: 0,
		CodeSource: { CodeSourceId: '', Branch: '', Commit: '', MountPath: '' },
		CredentialConfig: { AliyunEnvRoleKey: '', CredentialConfigItems: [], EnableCredentialInject: false },
		UserVpc: { VpcId: '', SwitchId: '', SecurityGroupId: '', ExtendedCidrs: [], DefaultRoute: '' },
	})),
	oddity('secrets-everywhere', 20 * minute, item => ({
		...item,
		UserCommand: 'export AWS_SECRET_ACCESS_KEY=demo-not-a-key && python train.py --password demo-hunter2',
		Envs: {
			WANDB_API_KEY: 'demo0123456789abcdef0123456789abcdef0123',
			HF_TOKEN: 'hf_demoDemoDemoDemoDemo',
			DB_PASSWORD: 'demo-hunter2',
		},
		SystemEnvs: { ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'demoDemoDemoDemoDemoDemoDemo30' },
		CredentialConfig: {
			EnableCredentialInject: true,
			AliyunEnvRoleKey: '0',
			CredentialConfigItems: [
				{
					Key: '0',
					Type: 'Role',
					Roles: [
						{
							RoleArn: 'acs:ram::2018475609133267:role/dlc-demo',
							RoleType: '',
							AssumeRoleFor: '',
							Policy: '',
							AssumeUserInfo: {
								AccessKeyId: 'LTAIdemoDemoDemo',
								SecurityToken: 'CAISdemoDemoDemo',
								Id: '1',
								Type: 'sub',
							},
						},
					],
				},
			],
		},
	})),
	oddity('reason-with-escapes', 40 * minute, undefined, {
		steps: (random, spec) => [
			{ Status: 'Creating', ms: 3_000 },
			{ Status: 'Queuing', ms: 2_000 },
			{ Status: 'EnvPreparing', ms: 20_000 },
			{ Status: 'Running', ms: 5 * minute },
			{
				Status: 'Failed',
				ms: 1_000,
				reason: {
					...crash(random, spec),
					ReasonMessage:
						'Traceback:\n\u001b[1;31mError\u001b[0m: \u001b]8;;http://127.0.0.1/\u0007click\u001b]8;;\u0007',
				},
			},
		],
	}),
];
