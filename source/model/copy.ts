import type { CopyForm } from '../tables/mark-keys.ts';
import { byteLength } from '../text/byte-length.ts';
import { maskText } from '../text/mask.ts';
import { sanitize } from '../text/sanitize.ts';
import { attendedJob, attendsOne } from './attended.ts';
import { consoleHost, consoleLink } from './console-link.ts';
import { only, type Step } from './effect.ts';
import type { Job } from './job.ts';
import { maskJson } from './mask-json.ts';
import { columnsInput, tableColumns } from './select/columns.ts';
import { cellText } from './select/table.ts';
import type { State } from './state.ts';
import { viewCommand } from './view-command.ts';

/** The most that is sent (bytes): in base64 it stays below the 100,000 that terminals such as xterm take for OSC 52. */
export const mostCopied = 74_000;

/** What is copied: the marked jobs, in the order of the list, else the one job. In the pane and in the logs it is theirs. */
type Target = { readonly jobs: readonly Job[]; readonly elsewhere: readonly string[] };

const targetOf = (state: State): Target => {
	const { ids } = state.marks;
	if (ids.size > 0 && !attendsOne(state)) {
		const jobs = (state.listing?.jobs ?? []).filter(({ JobId }) => ids.has(JobId));
		const shown = new Set(jobs.map(({ JobId }) => JobId));
		return { jobs, elsewhere: [...ids].filter(id => !shown.has(id)) };
	}
	const job = attendedJob(state);
	return { jobs: job === undefined ? [] : [job], elsewhere: [] };
};

const rowText = (state: State, job: Job): string => {
	const why = state.listing?.verdicts.get(job.key)?.why ?? '';
	return tableColumns(columnsInput(state))
		.columns.map(({ id }) => cellText(id, job, state.listing?.asOf ?? 0, why))
		.join('\t');
};

const jsonText = (jobs: readonly Job[]): string => {
	const items = jobs.map(({ sent }) => maskJson(sent));
	return JSON.stringify(items.length === 1 ? items[0] : items, null, 2);
};

type Copied = { readonly text: string; readonly what: string };

const counted = (count: number, word: string): string => (count === 1 ? `1 ${word}` : `${count} ${word}s`);

/** A pasted text must not hold what acts on a shell by itself: a line break in a name is one. */
const lines = (jobs: readonly Job[], lineOf: (job: Job) => string, word: string): Copied => ({
	text: jobs.map(lineOf).join('\n'),
	what: counted(jobs.length, word),
});

type JobForm = Exclude<CopyForm, 'view' | 'ids'>;

const copiedJobs = (state: State, jobs: readonly Job[], form: JobForm): Copied => {
	switch (form) {
		case 'name':
			return lines(jobs, job => sanitize(maskText(job.DisplayName)), 'name');
		case 'link':
			return lines(jobs, job => consoleLink(state.settings.region, job), 'console link');
		case 'row':
			return lines(jobs, job => rowText(state, job), 'row');
		case 'json':
			return { text: jsonText(jobs), what: counted(jobs.length, 'item') };
	}
};

const send = (state: State, { text, what }: Copied, more = ''): Step => {
	const bytes = byteLength(text);
	if (text === '' || bytes > mostCopied) {
		const kilo = (count: number): number => Math.ceil(count / 1000);
		const why = text === '' ? 'nothing to copy' : `${what}: ${kilo(bytes)} kB, a terminal takes ${kilo(mostCopied)}`;
		return only({ ...state, notice: why });
	}
	return [{ ...state, notice: `${what} sent to the terminal${more}` }, [{ type: 'copy', text }]];
};

const copyIds = (state: State, { jobs, elsewhere }: Target): Step => {
	const ids = [...jobs.map(({ JobId }) => JobId), ...elsewhere].filter(id => id !== '').map(sanitize);
	return send(state, { text: ids.join('\n'), what: ids.length === 1 ? (ids[0] ?? '') : `${ids.length} ids` });
};

const copyView = (state: State): Step => send(state, { text: viewCommand(state), what: 'this view as a command' });

/** Sends one form of the target to the terminal's clipboard, and leaves the copy menu. */
export const copy = (state: State, form: CopyForm): Step => {
	const target = targetOf(state);
	const calm: State = state.mode.kind === 'copy' ? { ...state, mode: { kind: state.mode.over } } : state;
	if (form === 'view') {
		return copyView(calm);
	}
	if (form === 'ids') {
		return copyIds(calm, target);
	}
	const left = target.elsewhere.length;
	const more = left === 0 ? '' : `; ${left} marked not in this list`;
	return target.jobs.length === 0
		? only({ ...calm, notice: left === 0 ? 'no job is selected' : 'no marked job is in this list' })
		: send(calm, copiedJobs(calm, target.jobs, form), more);
};

/** `C`: the next key says what to copy. */
export const openCopyMenu = (state: State): State =>
	state.mode.kind === 'list' || state.mode.kind === 'detail' || state.mode.kind === 'logs'
		? { ...state, mode: { kind: 'copy', over: state.mode.kind } }
		: state;

/** `o`: the link of the one job, to look at, in the clipboard, and opened where that can be. */
export const linkToConsole = (state: State): Step => {
	const job = attendedJob(state);
	if (job === undefined || job.JobId === '') {
		return only({ ...state, notice: 'no job is selected' });
	}
	const address = consoleLink(state.settings.region, job);
	const { opensLinks } = state.settings;
	const notice = `${opensLinks ? 'opening; ' : ''}link to ${consoleHost} sent to the terminal: ${address}`;
	return [
		{ ...state, notice, noticeLink: { notice, address } },
		[{ type: 'copy', text: address }, ...(opensLinks ? [{ type: 'open', address } as const] : [])],
	];
};
