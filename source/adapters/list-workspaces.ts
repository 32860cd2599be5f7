import { type Failure, failed, type Result, success } from '../model/failure.ts';
import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import type { Known } from '../model/places.ts';
import type { JobsApi } from '../runtime/ports.ts';
import type { SignedGet } from './signed-get.ts';

const textOf = (value: Json | undefined): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const workspaceOf = (item: Json): readonly Known[] => {
	const id = isJsonObject(item) ? textOf(item.WorkspaceId) : '';
	return id === '' || !isJsonObject(item) ? [] : [{ id, name: textOf(item.WorkspaceName) }];
};

const readAnswer = (answer: Json): Result<readonly Known[]> =>
	isJsonObject(answer) && isJsonArray(answer.Workspaces)
		? success(answer.Workspaces.flatMap(workspaceOf))
		: failed<Failure>({ kind: 'malformed-answer', message: 'The answer to ListWorkspaces has no list.' });

/** As many as one page can hold: more names than anybody completes among. */
const query = [
	['PageNumber', '1'],
	['PageSize', '100'],
] as const;

/** ListWorkspaces of AIWorkSpace over a signed GET to that service. */
export const listWorkspaces =
	(get: SignedGet): JobsApi['listWorkspaces'] =>
	async signal => {
		const operation = { action: 'ListWorkspaces', words: 'list workspaces' };
		const request = { operation, path: '/api/v1/workspaces', query, apiVersion: '2021-02-04', read: readAnswer };
		return get(request, signal);
	};
