import type { Random } from './random.ts';
import type { Role } from './spec.ts';

/** How much a job asks for. `nodes` pods of `gpusPerNode` each. */
export type Size = { readonly nodes: number; readonly gpusPerNode: number };

/** One pod, as the published figures share them out: 86 % ask for one GPU, 13 % for none, 0.5 % for eight, the rest between. */
export const singleNode = (random: Random): Size => {
	const share = random.fraction();
	const gpusPerNode = share < 0.86 ? 1 : share < 0.99 ? 0 : share < 0.995 ? 8 : random.pick([2, 4]);
	return { nodes: 1, gpusPerNode };
};

/** Training over whole machines: 16 to 128 GPUs, most often 16 or 32. */
export const multiNode = (random: Random): Size => ({ nodes: random.pick([2, 2, 2, 4, 4, 8, 8, 16]), gpusPerNode: 8 });

/** The names of a job type's leading and following roles. A job of one pod has one role only. */
const roleNames: Readonly<Record<string, readonly [leader: string, follower: string]>> = {
	TFJob: ['Chief', 'Worker'],
	RayJob: ['Head', 'Worker'],
	ElasticBatchJob: ['Worker', 'Worker'],
	SlurmJob: ['Worker', 'Worker'],
	DataJuicerJob: ['Head', 'Worker'],
};

export const rolesOf = (
	random: Random,
	JobType: string,
	Image: string,
	{ nodes, gpusPerNode }: Size,
): readonly Role[] => {
	const [leader, follower] = roleNames[JobType] ?? ['Master', 'Worker'];
	const cpus = gpusPerNode === 0 ? random.pick([2, 4, 8, 16]) : gpusPerNode * random.pick([8, 12]);
	const pod = { Image, GPU: gpusPerNode, CPU: cpus, memoryGi: cpus * random.pick([4, 8]) };
	if (nodes === 1) {
		// A parameter server needs no GPU of its own.
		return JobType === 'TFJob' && random.chance(0.4)
			? [
					{ ...pod, Type: 'Chief', PodCount: 1 },
					{ Type: 'PS', PodCount: 1, Image, GPU: 0, CPU: 4, memoryGi: 16 },
				]
			: [{ ...pod, Type: leader === 'Head' ? leader : JobType === 'PyTorchJob' ? 'Master' : follower, PodCount: 1 }];
	}
	return leader === follower
		? [{ ...pod, Type: follower, PodCount: nodes }]
		: [
				{ ...pod, Type: leader, PodCount: 1 },
				{ ...pod, Type: follower, PodCount: nodes - 1 },
			];
};
