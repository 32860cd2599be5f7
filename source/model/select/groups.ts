import { jobWords } from '../../text/job-words.ts';
import { sanitize } from '../../text/sanitize.ts';
import { formatSpan } from '../../text/span.ts';
import { displayWidth } from '../../text/width.ts';
import type { GroupRow } from '../groups.ts';

/** What the jobs of a group share, safe for the terminal. */
export const groupTitle = ({ title }: Pick<GroupRow, 'title'>): string => sanitize(title) || '(none)';

/** The figures of a group, as many as there is room for beside its title or half of it, and the count of its jobs in any case. */
const fittingFigures = (figures: readonly string[], title: string, width: number): string => {
	const least = Math.min(displayWidth(title), Math.ceil(width / 2));
	const fits = (count: number): boolean => displayWidth(figures.slice(0, count).join(' · ')) + least <= width;
	const count = figures.findLastIndex((_, index) => fits(index + 1)) + 1;
	return figures.slice(0, Math.max(1, count)).join(' · ');
};

/**
 * The header of a group in words, safe for the terminal: what its jobs share, and its figures, which together fit `width` cells unless the
 * title is cut to what is left. `now` is the time of the answer (ms).
 */
export const groupWords = (
	{ title, count, gpus, newestAt, folded }: GroupRow,
	now: number,
	width: number,
): { readonly title: string; readonly figures: string } => {
	const words = `${folded ? '+' : '-'} ${groupTitle({ title })}`;
	const figures = [
		jobWords(count),
		`${gpus} ${gpus === 1 ? 'GPU' : 'GPUs'}`,
		...(newestAt === undefined ? [] : [`newest ${formatSpan(now - newestAt)} ago`]),
	];
	return { title: words, figures: fittingFigures(figures, words, width) };
};
