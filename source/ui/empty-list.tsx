import { Box } from 'ink';
import type { Emptiness } from '../model/select/emptiness.ts';
import { clip } from './assemble.ts';
import { Line } from './line.tsx';

type Props = { readonly emptiness: Emptiness; readonly width: number; readonly height: number };

/** What stands where the rows would be. */
export const EmptyList = ({ emptiness, width, height }: Props) => (
	<Box flexDirection="column" height={height}>
		<Line pieces={[]} />
		{emptiness.lines.slice(0, Math.max(1, height - 1)).map((text, index) => (
			<Line
				key={text}
				pieces={clip(
					[
						{ text: '  ' },
						{
							text,
							bold: index === 0,
							...(index === 0 && emptiness.tone === 'bad' ? { color: 'red' as const } : {}),
						},
					],
					width,
				)}
			/>
		))}
	</Box>
);
