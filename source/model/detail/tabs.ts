import { type SectionId, sections } from '../../tables/detail-sections.ts';
import { displayWidth } from '../../text/width.ts';

/** What stands for a section in the second line of the pane. */
export type Tab = { readonly text: string; readonly open: boolean };

const textOf = (index: number, name: string): string => (name === '' ? ` ${index + 1} ` : ` ${index + 1} ${name} `);

const cells = (names: readonly string[]): number =>
	names.reduce((sum, name, index) => sum + displayWidth(textOf(index, name)), 0);

/** The other sections, those beside the open one first: the one that `Tab` goes to, then the one before. */
const fromNear = (open: number): readonly number[] =>
	sections.map((_, index) => index).sort((a, b) => Math.abs(a - open) - Math.abs(b - open) || b - a);

/** The titles of all sections; where they do not fit, the open one's, and short names of as many others as there is room for. */
const namesIn = (open: number, width: number): readonly string[] => {
	const titles: readonly string[] = sections.map(({ title }) => title);
	if (cells(titles) <= width) {
		return titles;
	}
	return fromNear(open).reduce(
		(names, index) => {
			const named = names.with(index, sections[index]?.short ?? '');
			return index !== open && cells(named) <= width ? named : names;
		},
		titles.map((title, index) => (index === open ? title : '')),
	);
};

/** The sections by their numbers, with as many names as a width (cells) has room for. */
export const tabsOf = (section: SectionId, width: number): readonly Tab[] => {
	const open = sections.findIndex(({ id }) => id === section);
	return namesIn(open, width).map((name, index) => ({ text: textOf(index, name), open: index === open }));
};
