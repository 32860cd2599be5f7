// Which chunk a module goes to. A start reads few files, each of them whole: what it needs up to a point stands together.
import { join } from 'node:path';

const source = join(import.meta.dirname, '../source');

/** The stages of a start, by the modules that begin them; a module belongs to the first that needs it without a dynamic import. */
const stages = [
	['arguments', ['main.ts']],
	['monitor', ['compose/run.ts', 'compose/monitor.ts']],
	['view', ['compose/view.tsx']],
];

const stageOf = new Map();

const reach = (id, stage, context) => {
	if (!stageOf.has(id)) {
		stageOf.set(id, stage);
		for (const next of context.getModuleInfo(id)?.importedIds ?? []) {
			reach(next, stage, context);
		}
	}
};

/** The stage that first needs a module; null for what no start needs, which the bundler splits by its own rules. */
export const chunkOf = (id, context) => {
	if (stageOf.size === 0) {
		// What keeps compiled code is there before the first stage, so that it sees that one compiled.
		reach(join(source, 'adapters/engine.ts'), null, context);
		for (const [stage, roots] of stages) {
			for (const root of roots) {
				reach(join(source, root), stage, context);
			}
		}
	}
	return stageOf.get(id) ?? null;
};
