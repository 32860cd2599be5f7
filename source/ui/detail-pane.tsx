import { Box } from 'ink';
import { type DetailLine, detailLines } from '../model/detail-tree.ts';
import type { Area } from '../model/layout.ts';
import type { Detail } from '../model/state.ts';
import { clockTime } from '../text/clock-time.ts';
import { clip, spread } from './assemble.ts';
import { Line, type Piece } from './line.tsx';

const linePieces = ({ depth, label, text, tone }: DetailLine): readonly Piece[] => [
	{ text: '  '.repeat(depth) },
	{ text: label, bold: tone === 'branch', dim: tone === 'value' },
	{ text: label === '' || text === '' ? '' : '  ' },
	{ text, ...(tone === 'problem' ? { color: 'red' as const } : {}) },
];

const position = (top: number, height: number, count: number): string =>
	count <= height ? `${count} lines` : `${top + 1}-${Math.min(count, top + height)} of ${count}`;

type Props = { readonly detail: Detail; readonly area: Area; readonly hasKeys: boolean };

/** All fields of one job. Its title says whether it has the keys, and whether the job is still in the list. */
export const DetailPane = ({ detail, area, hasKeys }: Props) => {
	const { job, top, leftAt } = detail;
	const lines = detailLines(job);
	const height = Math.max(1, area.height - 1);
	const left = leftAt === undefined ? '' : ` · left the list at ${clockTime(leftAt).slice(0, 5)}`;
	const title = `${job.JobId || job.key} ${job.DisplayName}${left}`;
	return (
		<Box flexDirection="column" width={area.width} height={area.height}>
			<Line
				pieces={spread(
					[
						{ text: hasKeys ? '▸ ' : '─ ', bold: true },
						{ text: 'DETAIL ', bold: true },
						{ text: title, bold: true },
					],
					[{ text: position(top, height, lines.length), dim: true }],
					area.width,
				)}
			/>
			{lines.slice(top, top + height).map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line of the pane is its place; its text may stand twice
				<Line key={index} pieces={clip([{ text: ' ' }, ...linePieces(line)], area.width)} />
			))}
		</Box>
	);
};
