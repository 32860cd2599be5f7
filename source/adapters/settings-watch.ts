import type { Clock } from '../runtime/ports.ts';
import { type StampOf, watchFiles } from './credentials/file-watch.ts';

/** A file that is being written is left alone until it is the same for so long (ms). */
const quietForMs = 200;

/** Somebody who wrote the file looks up from an editor; a monitor that is left alone should sleep. */
const lookEveryMs = 2_000;

export type SettingsWatch = {
	readonly path: string;
	readonly clock: Clock;
	readonly stampOf: StampOf;
	/** The file changed, came or went, and is quiet again. */
	readonly changed: () => void;
};

/** Looks after the settings file until the returned function is called. */
export const watchSettings = ({ path, clock, stampOf, changed }: SettingsWatch): (() => void) => {
	let over = false;
	let cancel = (): void => {};
	const settle = async (before: string): Promise<void> => {
		const now = await stampOf(path);
		if (over) {
			return;
		}
		if (now !== before) {
			cancel = clock.setTimeout(() => void settle(now), quietForMs);
			return;
		}
		watch(now);
		changed();
	};
	const watch = (stamp: string): void => {
		const known = new Map([[path, stamp]]);
		cancel = watchFiles({ known, stampOf, clock, everyMs: lookEveryMs }, () => void settle(stamp));
	};
	void stampOf(path).then(stamp => {
		if (!over) {
			watch(stamp);
		}
	});
	return () => {
		over = true;
		cancel();
	};
};
