import { nearestWords } from '../text/nearest.ts';
import { failed, type Result, success } from './failure.ts';
import type { Job } from './job.ts';
import type { List } from './pieces.ts';
import type { Known } from './places.ts';
import { type Query, workspacesOf } from './query.ts';
import type { State } from './state.ts';

type Context = Pick<State, 'listing' | 'places'>;

/** Every workspace that is known by its id: what the neighbour service lists, what the rows name, and where one was. */
export const knownWorkspaces = ({ listing, places }: Context): readonly Known[] => {
	const told = places.workspaces.kind === 'told' ? places.workspaces.names : [];
	const rows = (listing?.loaded ?? []).map(({ WorkspaceId: id, WorkspaceName: name }) => ({ id, name }));
	const byId = new Map<string, Known>();
	for (const workspace of [...told, ...rows, ...places.seen.workspaces]) {
		const known = byId.get(workspace.id);
		if (workspace.id !== '' && (known === undefined || known.name === '')) {
			byId.set(workspace.id, workspace);
		}
	}
	return [...byId.values()];
};

/** The name of a workspace, `''` where it is not known. */
export const workspaceName = (state: Context, id: string): string =>
	knownWorkspaces(state).find(known => known.id === id)?.name ?? '';

const idOf = (word: string, known: readonly Known[]): string | undefined => {
	const wanted = word.toLowerCase();
	const named = known.find(({ id, name }) => id === word || name.toLowerCase() === wanted);
	return named?.id ?? (/^\d{1,20}$/.test(word) ? word : undefined);
};

/** The ids that a text means, with commas: ids as they are, names by what is known. */
export const workspaceNamed = (state: Context, text: string): Result<string, string> => {
	const known = knownWorkspaces(state);
	const words = [...new Set(text.split(',').map(word => word.trim()))].filter(word => word !== '');
	const wrong = words.find(word => idOf(word, known) === undefined);
	if (wrong === undefined && words.length > 0) {
		return success(words.flatMap(word => idOf(word, known) ?? []).join(','));
	}
	const names = known.flatMap(({ id, name }) => (name === '' ? [id] : [name, id]));
	return failed(`${wrong ?? text}: no workspace by this name${nearestWords(wrong ?? '', names)}`);
};

/** The workspace that the service takes where none is named, by the jobs that answer a query; what was known before where they do not tell. */
export const homeOf = (query: Query, jobs: List<Job>, known: Known | undefined): Known | undefined => {
	const isElsewhere = query.others.FromAllWorkspaces === true || workspacesOf(query).length > 0;
	const teller = isElsewhere ? undefined : jobs.find(({ WorkspaceId }) => WorkspaceId !== '');
	return teller === undefined ? known : { id: teller.WorkspaceId, name: teller.WorkspaceName };
};
