import type { Arguments } from '../adapters/arguments.ts';
import { listOf, numberOf, type Settlement, switchOf, textOf } from '../model/config/resolve.ts';
import type { SettingId, SettingValue } from '../tables/settings.ts';

/** The settings that the command line gives. */
export const settingsOfFlags = (given: Arguments): ReadonlyMap<SettingId, SettingValue> => {
	const { PageSize, WorkspaceId } = given.parameters;
	const flags: readonly (readonly [SettingId, SettingValue | undefined])[] = [
		['interval', given.intervalSeconds],
		['page-size', PageSize],
		['max-jobs', given.maxJobs],
		['requests-per-minute', given.requestsPerMinute],
		['request-timeout', given.requestTimeoutSeconds],
		['region', given.region],
		['profile', given.profile],
		['workspace-id', WorkspaceId],
		['endpoint', given.endpoint],
		['vpc', given.vpc ? true : undefined],
		['view', given.view],
		['color', given.noColor ? false : undefined],
		['ascii', given.ascii ? true : undefined],
		['columns', given.columns],
	];
	return new Map(flags.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])));
};

/** The settlement without what nobody asked for, so that a default stays one in what is made of it. */
const chosen = (settlement: Settlement): Settlement =>
	new Map([...settlement].filter(([, { source }]) => source.kind !== 'default'));

/** Whether the command line asks for certain jobs, so that neither a usual view nor a usual workspace has a place. */
export const asksForJobs = ({ parameters, filter, jobId }: Arguments): boolean => {
	const { PageNumber, PageSize, WorkspaceId, SortBy, Order, ...wanted } = parameters;
	return filter !== undefined || jobId !== undefined || Object.keys(wanted).length > 0;
};

/**
 * The arguments with what environment and file say where they say nothing. Region and profile are not among them: those of the
 * environment and the file have another rank there than a flag.
 */
export const withSettings = (given: Arguments, settlement: Settlement): Arguments => {
	const settings = chosen(settlement);
	const PageSize = numberOf(settings, 'page-size');
	const { afresh } = given.look;
	const ownPlace = afresh || given.demo || given.jobId !== undefined || given.parameters.FromAllWorkspaces === true;
	const WorkspaceId = ownPlace ? given.parameters.WorkspaceId : textOf(settings, 'workspace-id');
	const view = given.view ?? (afresh || asksForJobs(given) ? undefined : textOf(settings, 'view'));
	return {
		...given,
		parameters: {
			...given.parameters,
			...(PageSize === undefined ? {} : { PageSize }),
			...(WorkspaceId === undefined ? {} : { WorkspaceId }),
		},
		intervalSeconds: numberOf(settings, 'interval'),
		maxJobs: numberOf(settings, 'max-jobs'),
		requestsPerMinute: numberOf(settings, 'requests-per-minute'),
		requestTimeoutSeconds: numberOf(settings, 'request-timeout'),
		endpoint: textOf(settings, 'endpoint'),
		vpc: switchOf(settings, 'vpc'),
		view,
		noColor: settings.has('color') && !switchOf(settings, 'color'),
		ascii: switchOf(settings, 'ascii'),
		columns: afresh ? given.columns : listOf(settings, 'columns'),
	};
};
