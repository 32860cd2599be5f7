export type RegionGroup = 'China' | 'Asia Pacific' | 'Europe and America' | 'Middle East';

export type Region = {
	readonly id: string;
	readonly group: RegionGroup;
	/** The endpoint list of the service names a public host there too; else only a VPC host. */
	readonly hasPublicHost: boolean;
};

const region =
	(group: RegionGroup, hasPublicHost = true) =>
	(id: string): Region => ({ id, group, hasPublicHost });

/** The regions whose own host the service's endpoint list names (as of 2026). A region that is not here may still exist. */
export const regions: readonly Region[] = [
	...[
		'cn-hangzhou',
		'cn-shanghai',
		'cn-beijing',
		'cn-shenzhen',
		'cn-wulanchabu',
		'cn-guangzhou',
		'cn-hongkong',
		'cn-shanghai-finance-1',
	].map(region('China')),
	...['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-3', 'ap-southeast-5', 'ap-southeast-7', 'ap-southeast-8'].map(
		region('Asia Pacific'),
	),
	...['us-east-1', 'us-west-1', 'us-southeast-1', 'eu-central-1'].map(region('Europe and America')),
	...['me-east-1'].map(region('Middle East', false)),
];

/** Where a region is looked for in the environment, first found wins. The names are those of the aliyun CLI. */
export const regionVariables = [
	'ALIBABA_CLOUD_REGION_ID',
	'ALIBABACLOUD_REGION_ID',
	'ALICLOUD_REGION_ID',
	'REGION_ID',
	'REGION',
] as const;

/**
 * True for text that can be a region and is safe inside a host name: one DNS label of lower-case words joined by `-`.
 * Anything else (`evil.com/`, `a@b`) would send signed requests to another host.
 */
export const looksLikeRegion = (text: string): boolean => text.length <= 40 && /^[a-z]+(-[a-z0-9]+)+$/.test(text);

/** The host of AIWorkSpace in a region: it knows the workspaces that jobs belong to. */
export const workspaceHost = (id: string, isVpc: boolean): string =>
	`aiworkspace${isVpc ? '-vpc' : ''}.${id}.aliyuncs.com`;

/** The service's host in a region, on the internet or inside a VPC. */
export const regionalHost = (id: string, isVpc: boolean): string => `pai-dlc${isVpc ? '-vpc' : ''}.${id}.aliyuncs.com`;
