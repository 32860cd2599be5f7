import type { SimulatedJob } from './job.ts';
import type { Step } from './life.ts';
import type { NonEmpty, Random } from './random.ts';
import type { Size } from './roles.ts';
import type { Spec } from './spec.ts';
import type { Workload } from './workloads.ts';

/** A job with a part of its own in every world. */
export type Part = {
	readonly DisplayName: string;
	/** Ms before the start of the world. */
	readonly age: number;
	readonly workload: Workload;
	readonly size: Size;
	readonly steps: (random: Random, spec: Spec) => NonEmpty<Step>;
	readonly fixed?: Partial<Spec>;
	readonly reshape?: SimulatedJob['reshape'];
};
