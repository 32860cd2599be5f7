/** A time as the service writes it: UTC, whole seconds. */
export const gmt = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Ms since the epoch of `yyyy-MM-ddTHH:mm:ssZ`; undefined for anything else, as for a day that does not exist. */
export const parseGmt = (text: string): number | undefined => {
	const at = Date.parse(text);
	return !Number.isNaN(at) && gmt(at) === text ? at : undefined;
};
