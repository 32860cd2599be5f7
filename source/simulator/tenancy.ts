import type { NonEmpty } from './random.ts';

export type User = { readonly UserId: string; readonly Username: string };
export type Workspace = { readonly WorkspaceId: string; readonly WorkspaceName: string };
export type Quota = {
	readonly ResourceId: string;
	readonly ResourceQuotaName: string;
	readonly ResourceType: 'ECS' | 'Lingjun' | 'ACS';
	readonly ResourceLevel: string;
	readonly GPUType: string;
	/** Names of its machines begin with this. */
	readonly machines: string;
	readonly workspaces: NonEmpty<string>;
};

const user = (UserId: string, Username: string): User => ({ UserId, Username });

/** Whoever signs with the simulator's keys; an administrator of the default workspace, a member of the others. */
export const caller: User = user('201847560913326741', 'alice');

export const colleagues: NonEmpty<User> = [
	user('204419873305512068', 'bob'),
	user('207730154428906613', 'carol'),
	user('209956031187742205', 'dmitri'),
	user('213308846251790034', 'emma.zhao'),
	user('215571290083346917', 'fatima'),
	user('218840067735219456', 'li.lei'),
	user('220913358847106628', '王芳'),
	user('224467719230058831', 'noor-h'),
	user('226085543391874402', 'oskar'),
	user('229731406618253077', 'pai-dlc-ci'),
	user('231194480057762390', 'zhang_wei@vision'),
];

/** Where the caller's jobs go, and what ListJobs shows, when no workspace is named. */
export const defaultWorkspace: Workspace = { WorkspaceId: '268', WorkspaceName: 'dlc-workspace' };
export const otherWorkspaces: NonEmpty<Workspace> = [
	{ WorkspaceId: '1042', WorkspaceName: 'vision-lab' },
	{ WorkspaceId: '2077', WorkspaceName: 'search-推荐' },
];
export const workspaces: readonly Workspace[] = [defaultWorkspace, ...otherWorkspaces];

/** The Lingjun quota of the multi-node jobs. */
export const pretrainQuota: Quota = {
	ResourceId: 'quota1llmk7x2m9f',
	ResourceQuotaName: 'llm-pretrain',
	ResourceType: 'Lingjun',
	ResourceLevel: 'L1',
	GPUType: 'H20-96G',
	machines: 'lingj1kx7',
	workspaces: ['268', '2077'],
};

export const quotas: NonEmpty<Quota> = [
	pretrainQuota,
	{
		ResourceId: 'quota2finetune04c',
		ResourceQuotaName: 'llm-finetune',
		ResourceType: 'Lingjun',
		ResourceLevel: 'L2',
		GPUType: 'A100-SXM4-80G',
		machines: 'lingj2ft4',
		workspaces: ['268'],
	},
	{
		ResourceId: 'quota3sharedv5b1',
		ResourceQuotaName: 'shared-v100',
		ResourceType: 'ECS',
		ResourceLevel: 'L1',
		GPUType: 'Tesla-V100-32G',
		machines: 'ecs-gn6v-',
		workspaces: ['268', '1042', '2077'],
	},
	{
		ResourceId: 'quota4vision8q2z',
		ResourceQuotaName: 'vision-a10',
		ResourceType: 'ECS',
		ResourceLevel: 'L2',
		GPUType: 'A10-24G',
		machines: 'ecs-gn7i-',
		workspaces: ['1042'],
	},
	{
		ResourceId: 'quota5ranking6w',
		ResourceQuotaName: 'ranking-排序',
		ResourceType: 'ECS',
		ResourceLevel: 'L2',
		GPUType: 'Tesla-T4-16G',
		machines: 'ecs-gn6i-',
		workspaces: ['2077'],
	},
	{
		ResourceId: 'quota6nightlyacs',
		ResourceQuotaName: 'nightly-acs',
		ResourceType: 'ACS',
		ResourceLevel: 'L3',
		GPUType: 'L20-48G',
		machines: 'acs-l20-',
		workspaces: ['268', '1042'],
	},
];

/** The quotas that jobs of a workspace may use. */
export const quotasOf = (workspace: Workspace): NonEmpty<Quota> => {
	const [first, ...more] = quotas.filter(quota => quota.workspaces.includes(workspace.WorkspaceId));
	return first === undefined ? quotas : [first, ...more];
};
