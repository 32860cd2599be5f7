import { Box } from 'ink';
import type { Detail } from '../../model/detail/detail.ts';
import { showsSecrets } from '../../model/detail/section-lines.ts';
import { tabsOf } from '../../model/detail/tabs.ts';
import { hasCursor, type PaneView, paneView } from '../../model/detail/view.ts';
import type { Area } from '../../model/layout.ts';
import { gateWords } from '../../model/select/gate.ts';
import { failureWords } from '../../model/select/get-job-failure.ts';
import type { State } from '../../model/state.ts';
import { clockTime } from '../../text/clock-time.ts';
import { maskText } from '../../text/mask.ts';
import { clip, spread } from '../assemble.ts';
import type { Piece } from '../frame/styled-text.ts';
import { Line } from '../line.tsx';
import { withSecretsSign } from '../secrets-sign.ts';
import { PaneBody } from './pane-body.tsx';

const position = ({ rows, place, height, hits }: PaneView, search: string): string => {
	const current = hits.indexOf(place.at);
	const found = search === '' ? '' : `hit ${current === -1 ? '-' : current + 1}/${hits.length} · `;
	const count = rows.length;
	return count <= height
		? `${found}${count} ${count === 1 ? 'line' : 'lines'}`
		: `${found}${place.top + 1}-${Math.min(count, place.top + height)} of ${count}`;
};

/** What became of the job in the list; `''` where it is there. */
const leftWords = ({ listed, leftAt }: Detail): string => {
	const gone = leftAt === undefined ? '' : `left the list at ${clockTime(leftAt).slice(0, 5)}`;
	return listed ? gone : 'not in this list';
};

/** Narrower titles (cells) have no room for an id and what became of the job: the last line of the screen has the id as well. */
const roomForBoth = 60;

const titlePieces = (state: State, detail: Detail, hasKeys: boolean, width: number): readonly Piece[] => {
	const { job, merged } = detail;
	const left = leftWords(detail);
	const id = job.JobId || job.key;
	const name = showsSecrets(state, detail) ? merged.DisplayName : maskText(merged.DisplayName);
	const gone = name === '' ? left : `${left} · `;
	const title = left === '' ? `DETAIL ${id} ` : width < roomForBoth ? `${left} · ${id} ` : `DETAIL ${id} · ${gone}`;
	return [
		{ text: hasKeys ? '▸ ' : '─ ', bold: true },
		{ text: `${title}${name}`, bold: true },
	];
};

type Props = { readonly state: State; readonly detail: Detail; readonly area: Area; readonly hasKeys: boolean };

/** One job, a section at a time. Its title says whether it has the keys, and whether the job is still in the list. */
export const DetailPane = ({ state, detail, area, hasKeys }: Props) => {
	const view = paneView(state, detail);
	const { section, search, failure, changed } = detail;
	const showsCursor = hasKeys && (hasCursor(section) || view.hits.includes(view.place.at));
	return (
		<Box flexDirection="column" width={area.width} height={area.height}>
			<Line
				pieces={spread(
					titlePieces(state, detail, hasKeys, area.width),
					withSecretsSign(showsSecrets(state, detail), [
						{ text: gateWords(state, 'fetch-job') ?? position(view, search), dim: true },
					]),
					area.width,
				)}
			/>
			<Line
				pieces={clip(
					tabsOf(section, area.width).map(({ text, open }) => ({ text, inverse: open, dim: !open })),
					area.width,
				)}
			/>
			{failure === undefined ? null : (
				<Line pieces={clip([{ text: failureWords(failure, detail.listed), color: 'red' }], area.width)} />
			)}
			<PaneBody
				view={view}
				marks={{ at: showsCursor ? view.place.at : undefined, changed }}
				word={search}
				width={area.width}
			/>
		</Box>
	);
};
