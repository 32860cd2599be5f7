import { sanitize } from '../../text/sanitize.ts';
import { formatSpan } from '../../text/span.ts';
import type { GroupRow } from '../groups.ts';

/** The header of a group in words, safe for the terminal: what its jobs share, and its figures. `now` is the time of the answer (ms). */
export const groupWords = (
	{ title, count, gpus, lastSeen, folded }: GroupRow,
	now: number,
): { readonly title: string; readonly figures: string } => ({
	title: `${folded ? '+' : '-'} ${sanitize(title) || '(none)'}`,
	figures: [
		`${count} ${count === 1 ? 'job' : 'jobs'}`,
		`${gpus} ${gpus === 1 ? 'GPU' : 'GPUs'}`,
		...(lastSeen === undefined ? [] : [`last seen ${formatSpan(now - lastSeen)} ago`]),
	].join(' · '),
});
