import { success } from '../model/failure.ts';
import { type Parameters, whole } from './readers.ts';
import type { Answer } from './refusal.ts';
import { defaultWorkspace, workspaces } from './tenancy.ts';

/** The workspaces of the caller, as AIWorkSpace lists them: not a part of PAI-DLC, but asked by the same signature. */
export const listWorkspaces = (parameters: Parameters): Answer => {
	const page = whole(parameters, 'PageNumber', 1);
	const size = whole(parameters, 'PageSize', 1, 100);
	if (!page.ok) {
		return page;
	}
	if (!size.ok) {
		return size;
	}
	const { value: PageNumber = 1 } = page;
	const { value: PageSize = 20 } = size;
	const shown = workspaces.slice((PageNumber - 1) * PageSize, PageNumber * PageSize);
	return success({
		TotalCount: workspaces.length,
		Workspaces: shown.map(({ WorkspaceId, WorkspaceName }) => ({
			WorkspaceId,
			WorkspaceName,
			DisplayName: WorkspaceName,
			Status: 'ENABLED',
			IsDefault: WorkspaceId === defaultWorkspace.WorkspaceId,
			EnvTypes: ['prod'],
		})),
	});
};
