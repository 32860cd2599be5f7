import { failed, type Result, success } from '../model/failure.ts';
import { parseColumnList } from './column-of.ts';
import { intervalSeconds, maxJobs, requestsPerMinute, requestTimeoutSeconds, usualPageSize } from './flags.ts';
import { parameters } from './parameters.ts';
import { looksLikeRegion, regionVariables } from './regions.ts';

export type SettingValue = string | number | boolean | readonly string[];

/** The value of a text, or how to write it: the end of a sentence that begins with the setting and the text given. */
type Read = (text: string) => Result<SettingValue, string>;

/** One value that a flag, an environment variable or the settings file can give. */
export type Setting = {
	/** One line, no full stop. */
	readonly help: string;
	/** What is written for the value in documents. */
	readonly value: string;
	/** The flag, whose value goes before all others; one with `no-` gives false. */
	readonly flag: string;
	/** Environment variables, the first one set wins. */
	readonly variables: readonly string[];
	/** Variables that mean false when they are set to anything. */
	readonly off?: readonly string[];
	/** In the file a setting stands under `defaults`, unless it has a place of its own. */
	readonly place?: 'top';
	/** The value where nothing is given; undefined: none, in words. */
	readonly usual: SettingValue | undefined;
	readonly none?: string;
	readonly read: Read;
};

type Range = { readonly least: number; readonly most: number };

const seconds =
	({ least, most }: Range): Read =>
	text => {
		const value = /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
		return value >= least && value <= most ? success(value) : failed(`give seconds from ${least} to ${most}`);
	};

const count =
	({ least, most }: Range): Read =>
	text => {
		const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
		return value >= least && value <= most ? success(value) : failed(`give a whole number from ${least} to ${most}`);
	};

const switchWords: Readonly<Record<string, boolean>> = {
	true: true,
	yes: true,
	on: true,
	1: true,
	false: false,
	no: false,
	off: false,
	0: false,
};

/** yes or no, as people write it. */
export const readSwitch: Read = text => {
	const value = Object.hasOwn(switchWords, text.toLowerCase()) ? switchWords[text.toLowerCase()] : undefined;
	return value === undefined ? failed('give yes or no') : success(value);
};

/** Letters that no name of ours needs, and that could end a line of a terminal or of a header. */
const hasControl = (text: string): boolean => /\p{Cc}/u.test(text);

const word =
	(what: string, most = 200): Read =>
	text =>
		text === '' || text.length > most || hasControl(text) ? failed(`give ${what}`) : success(text);

const region: Read = text =>
	looksLikeRegion(text) ? success(text) : failed('give the id of a region, as cn-hangzhou');

const { min: leastPage = 1, max: mostPage = 100 } = parameters.PageSize;

/** Every setting that flags, environment and file share; this table checks, documents and prints them. */
export const settingTable = {
	interval: {
		help: 'seconds between polls',
		value: `${intervalSeconds.least} to ${intervalSeconds.most}`,
		flag: 'interval',
		variables: ['DLCTOP_INTERVAL'],
		usual: intervalSeconds.usual,
		read: seconds(intervalSeconds),
	},
	'page-size': {
		help: 'jobs on a page',
		value: `${leastPage} to ${mostPage}`,
		flag: 'page-size',
		variables: ['DLCTOP_PAGE_SIZE'],
		usual: usualPageSize,
		read: count({ least: leastPage, most: mostPage }),
	},
	'max-jobs': {
		help: 'most jobs that everything (e) loads',
		value: `${maxJobs.least} to ${maxJobs.most}`,
		flag: 'max-jobs',
		variables: ['DLCTOP_MAX_JOBS'],
		usual: maxJobs.usual,
		read: count(maxJobs),
	},
	'requests-per-minute': {
		help: 'list requests a minute',
		value: `${requestsPerMinute.least} to ${requestsPerMinute.most}`,
		flag: 'requests-per-minute',
		variables: ['DLCTOP_REQUESTS_PER_MINUTE'],
		usual: requestsPerMinute.usual,
		read: count(requestsPerMinute),
	},
	'request-timeout': {
		help: 'seconds after which a request is given up',
		value: `${requestTimeoutSeconds.least} to ${requestTimeoutSeconds.most}`,
		flag: 'request-timeout',
		variables: ['DLCTOP_REQUEST_TIMEOUT'],
		usual: requestTimeoutSeconds.usual,
		read: count(requestTimeoutSeconds),
	},
	region: {
		help: 'the region to ask',
		value: 'region',
		flag: 'region',
		variables: ['DLCTOP_REGION', ...regionVariables],
		usual: undefined,
		none: "the profile's",
		read: region,
	},
	profile: {
		help: 'the profile to sign in with, where the environment has no keys',
		value: 'name',
		flag: 'profile',
		variables: ['DLCTOP_PROFILE', 'ALIBABACLOUD_PROFILE', 'ALIBABA_CLOUD_PROFILE', 'ALICLOUD_PROFILE'],
		usual: undefined,
		none: "the file's current one",
		read: word('the name of a profile'),
	},
	'workspace-id': {
		help: 'the workspace, or several with commas',
		value: 'ids',
		flag: 'workspace-id',
		variables: ['DLCTOP_WORKSPACE_ID'],
		usual: undefined,
		none: 'your default one',
		read: word('the id of a workspace, as 268'),
	},
	endpoint: {
		help: 'the address to ask instead of the one of the region',
		value: 'URL',
		flag: 'endpoint',
		variables: ['DLCTOP_ENDPOINT'],
		usual: undefined,
		none: "the region's",
		read: word('a URL', 2000),
	},
	vpc: {
		help: "ask the region's address inside a VPC",
		value: 'yes or no',
		flag: 'vpc',
		variables: ['DLCTOP_VPC'],
		usual: false,
		read: readSwitch,
	},
	view: {
		help: 'the saved view to begin with, where no flag asks for jobs',
		value: 'name',
		flag: 'view',
		variables: ['DLCTOP_VIEW'],
		usual: undefined,
		none: 'none',
		read: word('the name of a view', 40),
	},
	color: {
		help: 'colours on the screen',
		value: 'yes or no',
		flag: 'no-color',
		variables: ['DLCTOP_COLOR'],
		off: ['NO_COLOR'],
		usual: true,
		read: readSwitch,
	},
	ascii: {
		help: 'plain ASCII signs',
		value: 'yes or no',
		flag: 'ascii',
		variables: ['DLCTOP_ASCII'],
		usual: false,
		read: readSwitch,
	},
	columns: {
		help: 'the columns to show, with commas between or as a list',
		value: 'columns',
		flag: 'columns',
		variables: ['DLCTOP_COLUMNS'],
		place: 'top',
		usual: undefined,
		none: 'the usual ones',
		read: parseColumnList,
	},
} as const satisfies Record<string, Setting>;

export type SettingId = keyof typeof settingTable;

export const isSettingId = (id: string): id is SettingId => Object.hasOwn(settingTable, id);

export const settingIds: readonly SettingId[] = Object.keys(settingTable).filter(isSettingId);

export const settingOf = (id: SettingId): Setting => settingTable[id];
