import type { JsonObject } from '../model/json.ts';
import type { Life } from './life.ts';
import type { Spec } from './spec.ts';

/** A job of the world. */
export type SimulatedJob = {
	/** What was asked for. */
	readonly spec: Spec;
	/** All that ever happens to it. */
	readonly life: Life;
	/** How its item is bent out of shape before it is sent; absent for nearly all. */
	readonly reshape?: (item: JsonObject) => JsonObject;
};
