// Leaves of the module that is asked before anything is loaded no more than its values: it is run here, at build time.
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const module = join(import.meta.dirname, '../source/answers.ts');

const evaluate = async () => {
	const bundle = await rolldown({ input: module, platform: 'node', logLevel: 'warn' });
	const { output } = await bundle.generate({ format: 'esm' });
	await bundle.close();
	return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
};

export const answersAlone = () => ({
	name: 'answers-alone',
	load: {
		filter: { id: /\/source\/answers\.ts$/ },
		handler: async id => {
			if (id !== module) {
				return null;
			}
			const { answers } = await evaluate();
			return { code: `export const answers = ${JSON.stringify(answers)};`, moduleType: 'js' };
		},
	},
	// The bundler has each file require its runtime; the entry has no use for it.
	generateBundle: (_, output) => {
		for (const file of Object.values(output)) {
			if (file.type === 'chunk' && file.isEntry) {
				file.code = file.code.replace(/^require\("\.\/rolldown-runtime-[\w-]+\.js"\);/m, '');
			}
		}
	},
});
