import { columnIds } from '../tables/columns.ts';
import { type ArgumentCommandId, argumentCommands } from '../tables/commands.ts';
import { itemMaps, itemPathOf, itemPaths } from '../tables/item-paths.ts';
import type { Job } from './job.ts';
import { isJsonArray, isJsonObject, type Json } from './json.ts';
import type { Known } from './places.ts';
import type { State } from './state.ts';
import { knownWorkspaces } from './workspaces.ts';

/** Jobs that are looked at for names in their maps, and names that are offered of one map. */
const mostJobs = 100;
const mostNames = 200;

const members = (value: Json, name: string): readonly Json[] => {
	const found = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
	if (found === undefined) {
		return [];
	}
	return isJsonArray(found) ? found : [found];
};

/** The names in a map of these jobs: `Envs.RANK` of `Envs`. A name that a list of columns cannot hold is left out. */
const entriesOf = (map: string, jobs: readonly Job[]): readonly string[] => {
	const steps = map.replaceAll('[]', '').split('.');
	const names = new Set(
		jobs.flatMap(({ sent }) =>
			steps
				.reduce<readonly Json[]>((values, name) => values.flatMap(value => members(value, name)), [sent])
				.flatMap(value => (isJsonObject(value) ? Object.keys(value) : [])),
		),
	);
	return [...names]
		.filter(name => /^[^,\s]+$/.test(name))
		.slice(0, mostNames)
		.map(name => `${map}.${name}`)
		.filter(path => itemPathOf(path) !== undefined);
};

/** Every name that a column can have here: those of the table, the paths of an item, and the names in the maps of loaded jobs. */
export const columnWords = ({ listing }: Pick<State, 'listing'>): readonly string[] => {
	const jobs = listing?.loaded.slice(0, mostJobs) ?? [];
	const named = new Set(columnIds.map(id => id.toLowerCase()));
	return [
		...columnIds,
		// A path that is a column of the table by its very name shows the same there.
		...itemPaths().filter(path => !named.has(path.toLowerCase())),
		...itemMaps().flatMap(map => entriesOf(map, jobs)),
	];
};

/** A name with a space or a comma in it cannot be typed as one word of a list. */
const wordsOf = ({ id, name }: Known): readonly string[] => (/^[^\s,]+$/.test(name) ? [id, name] : [id]);

/** What an argument may be, for completion: the words of the table, and what is known in this state. */
export const argumentWords = (state: State, id: ArgumentCommandId): readonly string[] => {
	const { seen, profiles } = state.places;
	switch (id) {
		case 'columns':
			return ['usual', ...columnWords(state)];
		case 'region':
			return [...new Set([...seen.regions, ...argumentCommands.region.words])];
		case 'profile':
			return [
				...new Set([...(profiles.kind === 'told' ? profiles.names.map(profile => profile.id) : []), ...seen.profiles]),
			];
		case 'workspace':
			return [...knownWorkspaces(state).flatMap(wordsOf), ...argumentCommands.workspace.words];
		case 'view':
		case 'save':
		case 'unsave':
			return state.settings.views.all.map(({ name }) => name);
		default:
			return argumentCommands[id].words;
	}
};
