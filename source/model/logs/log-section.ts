import { type DetailLine, fieldLine } from '../detail/line.ts';
import type { SectionInput } from '../detail/section-input.ts';
import { tableLines } from '../detail/table.ts';
import { podsOf } from './pods.ts';

const titles = ['POD', 'STATUS', 'RUN'];

/** The section of the pane from which events and logs open: the pods, each with its runs. */
export const logLines = ({ job, width }: SectionInput): readonly DetailLine[] => {
	const rows = podsOf(job).map(({ PodId, PodUid, Status, former }) => ({
		cells: [PodId, Status, former ? 'former' : 'current'],
		pick: { kind: 'pod', PodId, PodUid } as const,
	}));
	const words =
		rows.length === 0
			? 'No pods so far; l opens the events of the job.'
			: 'Enter opens the log and the events of a pod; l those of the first that failed, or leads.';
	return [fieldLine(0, '', words), ...tableLines(titles, rows, width)];
};
