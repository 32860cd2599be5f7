import type { Job } from '../job.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Transition } from '../transitions.ts';

/** Everything the lines of a section are made of. */
export type SectionInput = {
	readonly job: Job;
	/** The job's item, secrets masked unless the user unmasked them. */
	readonly item: Json;
	/** The time that ages are as of, ms since the epoch. */
	readonly at: number;
	/** Cells that a line has. */
	readonly width: number;
	readonly ascii: boolean;
	/** What dlctop itself saw of this job, oldest first. */
	readonly transitions: readonly Transition[];
	/** Branches of the JSON section that are not as they are at first. */
	readonly folds: ReadonlySet<string>;
	/** The word that is searched for; `''` for none. */
	readonly search: string;
};

const none: JsonObject = {};
/** The item by its fields; without any, where it is no object. */
export const fieldsOf = ({ item }: Pick<SectionInput, 'item'>): JsonObject => (isJsonObject(item) ? item : none);
