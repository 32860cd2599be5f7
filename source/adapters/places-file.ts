import { join } from 'node:path';
import { type Seen, seenFrom, seenText } from '../model/places.ts';
import type { Environment } from './environment.ts';
import { keptFile, readKept } from './kept-file.ts';
import { stateDirectory } from './state-directory.ts';

/** Where the places that were seen are kept; undefined without a home. */
export const placesPath = (env: Environment): string | undefined => {
	const directory = stateDirectory(env);
	return directory === undefined ? undefined : join(directory, 'places');
};

export const loadPlaces = (path: string | undefined): Seen => seenFrom(readKept(path));

export type PlacesFile = { readonly save: (seen: Seen) => void; readonly settled: () => Promise<void> };

export const createPlacesFile = (path: string | undefined): PlacesFile => {
	const { save, settled } = keptFile(path);
	return { save: seen => save(seenText(seen)), settled };
};
