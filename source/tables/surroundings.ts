/** The variable that names the settings file, where no flag does. */
export const configVariable = 'DLCTOP_CONFIG';

/** The variable that makes a demo's time run faster, and how much at most. */
export const speedVariable = 'DLCTOP_DEMO_SPEED';
export const mostSpeed = 1000;

/** Variables beside those of the settings, and what they are for; those that belong together in one entry. */
export const variables: readonly (readonly [names: readonly string[], help: string])[] = [
	[['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALIBABA_CLOUD_SECURITY_TOKEN'], 'the keys'],
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
