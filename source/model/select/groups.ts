import { type GroupEntry, groupKeys } from '../../tables/group-keys.ts';
import { cut } from '../../text/fit.ts';
import { fitPath } from '../../text/fit-path.ts';
import { jobWords } from '../../text/job-words.ts';
import { sanitize } from '../../text/sanitize.ts';
import { formatSpan } from '../../text/span.ts';
import { displayWidth } from '../../text/width.ts';
import type { GroupRow } from '../groups.ts';

/** What the jobs of a group share, safe for the terminal. */
export const groupTitle = ({ title }: Pick<GroupRow, 'title'>): string => sanitize(title) || '(none)';

/** Of the line, what the title of a group has at least before figures go; a path needs more of it to be told from another. */
const shareOfTitle = 1 / 2;
const shareOfPath = 2 / 3;

/** The figures of a group, as many as there is room for beside its title or that share of the line, and the count of its jobs in any case. */
const fittingFigures = (figures: readonly string[], title: string, width: number, share: number): string => {
	const least = Math.min(displayWidth(title), Math.ceil(width * share));
	const fits = (count: number): boolean => displayWidth(figures.slice(0, count).join(' · ')) + least <= width;
	const count = figures.findLastIndex((_, index) => fits(index + 1)) + 1;
	return figures.slice(0, Math.max(1, count)).join(' · ');
};

/** The header of a group in words, safe for the terminal: what its jobs share, and its figures; both and `gap` cells between them fit `width`. `now` is the time of the answer (ms). */
export const groupWords = (
	{ by, title, count, gpus, newestAt, folded }: GroupRow,
	now: number,
	width: number,
	gap: number,
): { readonly title: string; readonly figures: string } => {
	const sign = folded ? '+ ' : '- ';
	const words = groupTitle({ title });
	const { isPath }: GroupEntry = groupKeys[by];
	const all = [
		jobWords(count),
		`${gpus} ${gpus === 1 ? 'GPU' : 'GPUs'}`,
		...(newestAt === undefined ? [] : [`newest ${formatSpan(now - newestAt)} ago`]),
	];
	const figures = fittingFigures(all, sign + words, width - gap, isPath ? shareOfPath : shareOfTitle);
	const room = Math.max(1, width - gap - displayWidth(figures) - sign.length);
	const shown = isPath ? fitPath(words, room) : cut(words, room);
	return { title: sign + shown, figures };
};
