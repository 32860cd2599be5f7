import type { SectionId } from '../../tables/detail-sections.ts';
import type { Job } from '../job.ts';
import { layoutOf } from '../layout.ts';
import { logLines } from '../logs/log-section.ts';
import { maskJson } from '../mask-json.ts';
import type { State } from '../state.ts';
import { transitionsOf } from '../transitions.ts';
import type { Detail } from './detail.ts';
import { commandLines, settingsLines } from './fields.ts';
import { jsonLines } from './json-lines.ts';
import { type DetailLine, fieldLine } from './line.ts';
import { overviewLines } from './overview.ts';
import { rolesLines } from './roles.ts';
import type { SectionInput } from './section-input.ts';
import { timelineLines } from './timeline.ts';

/** Cells before each line of the pane: for the cursor, and for the mark of a change. */
export const gutterWidth = 2;

/** What a section says of a job. */
export const sectionLines = (section: SectionId, input: SectionInput): readonly DetailLine[] => {
	switch (section) {
		case 'overview':
			return overviewLines(input);
		case 'timeline':
			return timelineLines(input);
		case 'roles':
			return rolesLines(input);
		case 'command':
			return commandLines(input);
		case 'settings':
			return settingsLines(input);
		case 'logs':
			return logLines(input);
		case 'json':
			return jsonLines(input);
	}
};

/** Cells that a line of the pane has. */
export const lineWidth = (state: State): number => Math.max(1, (layoutOf(state).detail?.width ?? 1) - gutterWidth);

const masked = new WeakMap<Job, SectionInput['item']>();
const maskedItem = (job: Job): SectionInput['item'] => {
	const known = masked.get(job) ?? maskJson(job.sent);
	masked.set(job, known);
	return known;
};

/** What the lines are made of. `secrets` shows them as they are. */
export const inputOf = (state: State, detail: Detail, secrets: boolean, width = lineWidth(state)): SectionInput => ({
	job: detail.merged,
	item: secrets ? detail.merged.sent : maskedItem(detail.merged),
	at: detail.answeredAt,
	width,
	ascii: state.settings.ascii,
	transitions: transitionsOf(state.transitions, detail.job.key),
	folds: detail.folds,
	search: detail.search,
});

/** Whether secrets are shown on the screen. */
export const showsSecrets = (state: State, detail: Detail): boolean => detail.unmasked || state.settings.showSecrets;

type Kept = { readonly key: readonly unknown[]; readonly lines: readonly DetailLine[] };
const kept = new WeakMap<Job, Map<SectionId, Kept>>();

/** The lines of the section that is open, computed once for what they are made of. */
export const openLines = (state: State, detail: Detail): readonly DetailLine[] => {
	const { section, merged } = detail;
	const key = [
		detail.answeredAt,
		lineWidth(state),
		showsSecrets(state, detail),
		section === 'json' ? detail.folds : undefined,
		section === 'json' ? detail.search !== '' : undefined,
		section === 'timeline' ? state.transitions : undefined,
	];
	const ofJob = kept.get(merged) ?? new Map<SectionId, Kept>();
	kept.set(merged, ofJob);
	const known = ofJob.get(section);
	if (known?.key.every((part, index) => part === key[index])) {
		return known.lines;
	}
	const lines = sectionLines(section, inputOf(state, detail, showsSecrets(state, detail)));
	const some = lines.length === 0 ? [fieldLine(0, '', 'the service sent nothing of this')] : lines;
	ofJob.set(section, { key, lines: some });
	return some;
};
