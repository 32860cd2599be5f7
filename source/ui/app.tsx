import { Box, useInput, usePaste } from 'ink';
import { memo, useState, useSyncExternalStore } from 'react';
import { layoutOf, smallest } from '../model/layout.ts';
import { countsParts } from '../model/select/counts.ts';
import { emptiness } from '../model/select/emptiness.ts';
import { brandWords, pollWords, scopeParts } from '../model/select/scope.ts';
import { sumsParts } from '../model/select/sums.ts';
import type { Standing, State } from '../model/state.ts';
import type { Program } from '../runtime/program.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { ComparisonScreen } from './comparison-screen.tsx';
import { CountsLine } from './counts-line.tsx';
import { DetailPane } from './detail/detail-pane.tsx';
import { EmptyList } from './empty-list.tsx';
import { FootLine } from './foot-line.tsx';
import { FormScreen } from './form-screen.tsx';
import { HelpScreen } from './help-screen.tsx';
import { createKeyReader } from './key-names.ts';
import { Line, type Look, LookContext } from './line.tsx';
import { LogScreen } from './logs/log-screen.tsx';
import { ScopeLine } from './scope-line.tsx';
import { StatsScreen } from './stats-screen.tsx';
import { Table } from './table.tsx';

const ListArea = ({ state, ascii }: { readonly state: State; readonly ascii: boolean }) => {
	const { list } = layoutOf(state);
	const empty = emptiness(state);
	return (
		<Box flexDirection="column" width={list.width} height={list.height + 1}>
			{empty === undefined ? (
				<Table state={state} width={list.width} ascii={ascii} />
			) : (
				<EmptyList emptiness={empty} width={list.width} height={list.height + 1} />
			)}
		</Box>
	);
};

const Body = ({ state, ascii }: { readonly state: State; readonly ascii: boolean }) => {
	const { detail: area } = layoutOf(state);
	const { detail } = state;
	if (area === undefined || detail === undefined) {
		return <ListArea state={state} ascii={ascii} />;
	}
	const pane = (
		<DetailPane
			state={state}
			detail={detail}
			area={area}
			hasKeys={state.mode.kind === 'detail' || state.mode.kind === 'search'}
		/>
	);
	if (area.place === 'full') {
		return pane;
	}
	return (
		<Box flexDirection={area.place === 'right' ? 'row' : 'column'} columnGap={1}>
			<ListArea state={state} ascii={ascii} />
			{pane}
		</Box>
	);
};

type AboveProps = { readonly state: Standing; readonly width: number };

const sameStanding = (a: AboveProps, b: AboveProps): boolean =>
	a.width === b.width &&
	Object.entries(a.state).every(([name, value]) => name === 'cursor' || value === Reflect.get(b.state, name));

/** The lines above the list: what is looked at, and its figures. A key that only moves the cursor leaves them alone. */
const Above = memo(
	({ state, width }: AboveProps) => (
		<>
			<ScopeLine parts={scopeParts(state)} poll={pollWords(state)} brand={brandWords(state.settings)} width={width} />
			<CountsLine
				parts={countsParts(state)}
				extras={state.mode.kind === 'sort' ? [] : sumsParts(state)}
				width={width}
			/>
		</>
	),
	sameStanding,
);

const Screen = ({ state, ascii }: { readonly state: State; readonly ascii: boolean }) => {
	const { columns, rows } = state.size;
	if (layoutOf(state).tooSmall) {
		return <Line pieces={[{ text: `dlctop needs ${smallest.columns}×${smallest.rows} cells`.slice(0, columns) }]} />;
	}
	if (state.mode.kind === 'form') {
		return <FormScreen mode={state.mode} size={state.size} keys={state.settings.keys} />;
	}
	if (state.mode.kind === 'columns' || state.mode.kind === 'column-search') {
		return <ColumnChooser state={state} mode={state.mode} ascii={ascii} />;
	}
	if (state.mode.kind === 'help') {
		return <HelpScreen state={state} mode={state.mode} line={undefined} />;
	}
	if (state.mode.kind === 'help-search') {
		return <HelpScreen state={state} mode={state.mode.help} line={state.mode.line} />;
	}
	if (state.mode.kind === 'stats') {
		return <StatsScreen state={state} mode={state.mode} />;
	}
	if (state.comparison !== undefined) {
		return <ComparisonScreen state={state} comparison={state.comparison} ascii={ascii} />;
	}
	if (state.logs !== undefined) {
		return <LogScreen state={state} view={state.logs} />;
	}
	return (
		<Box flexDirection="column" width={columns} height={rows - 1}>
			<Above state={state} width={columns} />
			<Body state={state} ascii={ascii} />
			<FootLine state={state} width={columns} />
		</Box>
	);
};

type Props = { readonly program: Program; readonly look: Look; readonly now: () => number };

/** The monitor: the state as a picture, and keys as events. */
export const App = ({ program, look, now }: Props) => {
	const state = useSyncExternalStore(program.subscribe, program.getState);
	const [readKeys] = useState(createKeyReader);

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
			<Screen state={state} ascii={look.ascii} />
		</LookContext.Provider>
	);
};
