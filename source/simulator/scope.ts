import { failed, success } from '../model/failure.ts';
import type { Filter } from './filter.ts';
import type { SimulatedJob } from './job.ts';
import { flag, text } from './readers.ts';
import { invalidParameter, refusal } from './refusal.ts';
import { caller, defaultWorkspace, workspaces } from './tenancy.ts';

/** Private jobs are for their owner and the workspace's administrators; the caller administrates the default workspace. */
export const mayBeSeen = ({ spec }: SimulatedJob): boolean =>
	spec.user === caller || spec.Accessibility === 'PUBLIC' || spec.workspace === defaultWorkspace;

/** Whose jobs of which workspace: by default the caller's own in the default one. */
export const scope: Filter = parameters => {
	const showOwn = flag(parameters, 'ShowOwn');
	const everywhere = flag(parameters, 'FromAllWorkspaces');
	const workspaceId = text(parameters, 'WorkspaceId');
	if (!showOwn.ok) {
		return showOwn;
	}
	if (!everywhere.ok) {
		return everywhere;
	}
	if (!workspaceId.ok) {
		return workspaceId;
	}
	const onlyOwn = showOwn.value ?? true;
	if (everywhere.value === true && !onlyOwn) {
		return failed(invalidParameter('FromAllWorkspaces', 'it must be used together with ShowOwn=true.'));
	}
	const workspace = workspaceId.value ?? defaultWorkspace.WorkspaceId;
	if (!workspaces.some(known => known.WorkspaceId === workspace)) {
		return failed(
			refusal(
				403,
				'Forbidden.AccessDenied',
				`You are not a member of workspace ${workspace}: paidlc:ListJobs is denied.`,
			),
		);
	}
	return success(
		job =>
			(everywhere.value === true || job.spec.workspace.WorkspaceId === workspace) &&
			(job.spec.user === caller || (!onlyOwn && mayBeSeen(job))),
	);
};
