import { Box, useInput, usePaste } from 'ink';
import { useState, useSyncExternalStore } from 'react';
import type { Detail } from '../model/detail/detail.ts';
import { layoutOf, type PaneArea, smallest } from '../model/layout.ts';
import { type Covering, shownScreen } from '../model/select/shown-screen.ts';
import type { State } from '../model/state.ts';
import type { Program } from '../runtime/program.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { ComparisonScreen } from './comparison-screen.tsx';
import { DetailPane } from './detail/detail-pane.tsx';
import { footPieces } from './foot-line.ts';
import { FormScreen } from './form-screen.tsx';
import type { Look } from './frame/styled-text.ts';
import { HelpScreen } from './help-screen.tsx';
import { createKeyReader } from './key-names.ts';
import { Line, Lines, LookContext } from './line.tsx';
import { createListLines, type ListLines } from './list-lines.ts';
import { LogScreen } from './logs/log-screen.tsx';
import { StatsScreen } from './stats-screen.tsx';

type ScreenProps = { readonly state: State; readonly ascii: boolean; readonly lines: ListLines };

/** The list with a pane beside it, below it or over it. */
const ListAndPane = ({
	state,
	ascii,
	lines,
	detail,
	area,
}: ScreenProps & { readonly detail: Detail; readonly area: PaneArea }) => {
	const { columns, rows } = state.size;
	const { list } = layoutOf(state);
	return (
		<Box flexDirection="column" width={columns} height={rows - 1}>
			<Lines rows={lines.above(state)} width={columns} />
			<Box flexDirection={area.place === 'right' ? 'row' : 'column'} columnGap={1}>
				{area.place !== 'full' && (
					<Box width={list.width}>
						<Lines rows={lines.list(state, ascii)} width={list.width} />
					</Box>
				)}
				<DetailPane
					state={state}
					detail={detail}
					area={area}
					hasKeys={state.mode.kind === 'detail' || state.mode.kind === 'search'}
				/>
			</Box>
			<Line pieces={footPieces(state, columns)} />
		</Box>
	);
};

/** The modes that have the whole screen. */
const ModeScreen = ({
	state,
	ascii,
	mode,
}: {
	readonly state: State;
	readonly ascii: boolean;
	readonly mode: Covering;
}) => {
	switch (mode.kind) {
		case 'form':
			return <FormScreen mode={mode} size={state.size} keys={state.settings.keys} />;
		case 'columns':
		case 'column-search':
			return <ColumnChooser state={state} mode={mode} ascii={ascii} />;
		case 'help':
			return <HelpScreen state={state} mode={mode} line={undefined} />;
		case 'help-search':
			return <HelpScreen state={state} mode={mode.help} line={mode.line} />;
		case 'stats':
			return <StatsScreen state={state} mode={mode} />;
	}
};

const Screen = ({ state, ascii, lines }: ScreenProps) => {
	const { columns } = state.size;
	const shown = shownScreen(state);
	switch (shown.kind) {
		case 'list':
			return (
				<Box width={columns} height={state.size.rows - 1}>
					<Lines rows={lines.screen(state, ascii)} width={columns} />
				</Box>
			);
		case 'pane':
			return <ListAndPane state={state} ascii={ascii} lines={lines} detail={shown.detail} area={shown.area} />;
		case 'logs':
			return <LogScreen state={state} view={shown.view} />;
		case 'comparison':
			return <ComparisonScreen state={state} comparison={shown.comparison} ascii={ascii} />;
		case 'covering':
			return <ModeScreen state={state} ascii={ascii} mode={shown.mode} />;
		case 'too-small': {
			const words = `dlctop needs ${smallest.columns}×${smallest.rows} cells`;
			return <Line pieces={[{ text: words.slice(0, columns) }]} />;
		}
	}
};

type Props = { readonly program: Program; readonly look: Look; readonly now: () => number };

/** The monitor: the state as a picture, and keys as events. */
export const App = ({ program, look, now }: Props) => {
	const state = useSyncExternalStore(program.subscribe, program.getState);
	const [readKeys] = useState(createKeyReader);
	const [lines] = useState(createListLines);

	useInput((input, key) => {
		for (const read of readKeys(input, key, now())) {
			program.send(
				read.type === 'key' ? { type: 'key-pressed', key: read.key } : { type: 'text-pasted', text: read.text },
			);
		}
	});
	usePaste(text => {
		program.send({ type: 'text-pasted', text });
	});

	return (
		<LookContext.Provider value={look}>
			<Screen state={state} ascii={look.ascii} lines={lines} />
		</LookContext.Provider>
	);
};
