/** JobIds that were told, in parts from the oldest to the newest: one more id copies the newest part, and not all of them. */
export type Told = readonly ReadonlySet<string>[];

/** Ids in one part, and parts: more jobs than fail between two looks of a person. The oldest part is forgotten first. */
export const mostInPart = 500;
export const mostParts = 20;

export const nothingTold: Told = [];

export const wasTold = (told: Told, JobId: string): boolean => told.some(part => part.has(JobId));

/** The ids that were told with these as well. */
export const withTold = (told: Told, ids: readonly string[]): Told => {
	const fresh = ids.filter(id => !wasTold(told, id));
	if (fresh.length === 0) {
		return told;
	}
	const last = told.at(-1);
	const isOpen = last !== undefined && last.size < mostInPart;
	const newest = [...(isOpen ? last : []), ...fresh];
	const parts: ReadonlySet<string>[] = isOpen ? told.slice(0, -1) : [...told];
	for (let at = 0; at < newest.length; at += mostInPart) {
		parts.push(new Set(newest.slice(at, at + mostInPart)));
	}
	return parts.slice(-mostParts);
};
