import type { Effect } from '../model/effect.ts';
import type { Happening } from '../model/event.ts';
import type { Files } from './ports.ts';

/** Performs `save-lines`, and tells what came of it. */
export const createSaveRunner =
	(files: Files, send: (happening: Happening) => void) =>
	async ({ path, text, overwrite, words }: Extract<Effect, { type: 'save-lines' }>): Promise<void> => {
		const saved = await files.save(path, text, overwrite);
		if (saved.ok) {
			send({ type: 'lines-saved', words, path: saved.value });
		} else if (saved.problem.kind === 'exists') {
			send({ type: 'file-exists', path });
		} else {
			send({ type: 'save-failed', path, problem: saved.problem.words });
		}
	};
