import { configVariable, mostSpeed, speedVariable } from './own-variables.ts';

/** Variables beside those of the settings, and what they are for; those that belong together in one entry. */
export const variables: readonly (readonly [names: readonly string[], help: string])[] = [
	[['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALIBABA_CLOUD_SECURITY_TOKEN'], 'the keys'],
	[
		[
			'ALIBABA_CLOUD_ROLE_ARN',
			'ALIBABA_CLOUD_OIDC_PROVIDER_ARN',
			'ALIBABA_CLOUD_OIDC_TOKEN_FILE',
			'ALIBABA_CLOUD_ROLE_SESSION_NAME',
		],
		'a role to take on, by the token of a pod or by the keys',
	],
	[['ALIBABA_CLOUD_CREDENTIALS_FILE'], 'keys in a file, in place of ~/.alibabacloud/credentials'],
	[['ALIBABA_CLOUD_CREDENTIALS_URI'], 'where keys are asked for, as in a DSW or DLC container'],
	[['ALIBABA_CLOUD_ECS_METADATA'], 'the role of the ECS instance, by its name'],
	[
		['ALIBABA_CLOUD_CLI_PROFILE_DISABLED', 'ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'ALIBABA_CLOUD_IMDSV1_DISABLED'],
		'true: no profile of the aliyun CLI, no role of the instance, none without a token',
	],
	[['ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS'], 'true: no program is run for keys'],
	[
		['ALIBABA_CLOUD_STS_REGION', 'ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED'],
		'where STS is asked: its region, and true inside a VPC',
	],
	[['HTTPS_PROXY', 'NO_PROXY'], 'the way to the service'],
	[['PAGER'], 'what Ctrl-o shows a section with'],
	[[configVariable], 'the settings file, where --config names none'],
	[[speedVariable], `how many times faster time goes by in a demo, 1 to ${mostSpeed}`],
];

/** Files that dlctop reads or keeps. */
export const files: readonly (readonly [path: string, help: string])[] = [
	[
		'~/.config/dlctop/config.yaml',
		`settings, columns, views, keys, colours: the file that --config or ${configVariable} names, else dlctop/config.yaml in $XDG_CONFIG_HOME, else this one`,
	],
	['~/.aliyun/config.json', 'profiles of the aliyun CLI: keys, region'],
	['~/.alibabacloud/credentials', 'keys, where neither the environment nor a profile has any'],
	[
		'~/.local/state/dlctop',
		'former filters, the order and columns of the last run, reports of faults; or in $XDG_STATE_HOME',
	],
	['~/.cache/dlctop', 'what was compiled, for a quicker start; or in $XDG_CACHE_HOME'],
];
