import type { Misfit, Place } from './tree.ts';

/** What is gathered on the way through a settings file. */
export type Findings = {
	readonly misfits: Misfit[];
	readonly warnings: Misfit[];
	/** Where each thing was said, by its path. */
	readonly places: Map<string, Place>;
};
