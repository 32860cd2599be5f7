import { fileStamp } from '../adapters/credentials/file-watch.ts';
import { watchSettings } from '../adapters/settings-watch.ts';
import type { SettingsChange } from '../model/config/configuration.ts';
import type { Happening } from '../model/event.ts';
import type { Clock } from '../runtime/ports.ts';
import type { SettingId } from '../tables/settings.ts';
import { changeSettings, configuredBy, type SetUp } from './set-up.ts';

/** What is decided before the first request, or with the first frame. */
const heldFromTheStart: readonly SettingId[] = [
	'request-timeout',
	'region',
	'profile',
	'workspace-id',
	'endpoint',
	'vpc',
	'view',
	'color',
	'ascii',
];

/** In the last line there is no room for directories. */
const briefly = (problem: string): string => problem.replaceAll(/^\S*\/(?=[^/\s]+:\d)/gm, '').split('\n')[0] ?? '';

/** What of a file that was read again has to wait. */
const laterWords = (former: SetUp, next: SetUp): readonly string[] => {
	const changed = heldFromTheStart.filter(
		id => former.config.values.get(id)?.toString() !== next.config.values.get(id)?.toString(),
	);
	return changed.length === 0 ? [] : [`${changed.join(', ')} from the next start on`];
};

/** The settings of a running monitor: read again when the file changes, written by `:save`. */
export type LiveSettings = {
	readonly change: (change: SettingsChange) => Promise<Happening>;
	/** Tells of each change of the file, until the returned function is called. */
	readonly watch: (send: (happening: Happening) => void) => () => void;
};

const refused = (problem: string): Happening => ({
	type: 'settings-refused',
	problem: `${briefly(problem)}; the former settings hold`,
});

export const liveSettings = (first: SetUp, clock: Clock): LiveSettings => {
	let held = first;

	/** What the file says now; undefined where it says the same as before. */
	const reread = async (news: (next: SetUp) => string): Promise<Happening | undefined> => {
		const next = await held.again();
		if (!next.ok) {
			return refused(next.problem);
		}
		if (next.value.text === held.text) {
			return undefined;
		}
		const notice = news(next.value);
		held = next.value;
		return { type: 'settings-read', configured: configuredBy(held), notice };
	};

	const rereadWords = (next: SetUp): string =>
		['settings read again', ...laterWords(held, next), ...next.warnings.map(briefly)].join(' · ');

	const change = async (wanted: SettingsChange): Promise<Happening> => {
		const written = await changeSettings(held.path, wanted, clock.now);
		if (!written.ok) {
			return { type: 'settings-refused', problem: briefly(written.problem) };
		}
		const notice =
			wanted.kind === 'save-view'
				? `view ${wanted.view.name} saved in ${written.value}`
				: `view ${wanted.name} taken out of ${written.value}`;
		const news = await reread(() => notice);
		const read: Happening = news ?? { type: 'settings-read', configured: configuredBy(held), notice };
		return wanted.kind === 'save-view' && read.type === 'settings-read' ? { ...read, saved: wanted.view.name } : read;
	};

	const watch: LiveSettings['watch'] = send => {
		const { path } = held;
		if (path === undefined) {
			return () => {};
		}
		const changed = async (): Promise<void> => {
			const news = await reread(rereadWords);
			if (news !== undefined) {
				send(news);
			}
		};
		return watchSettings({ path, clock, stampOf: fileStamp, changed: () => void changed() });
	};

	return { change, watch };
};
