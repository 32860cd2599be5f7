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
	load: async id => {
		if (id !== module) {
			return null;
		}
		const { answers } = await evaluate();
		// A constant for each, so that the bundler puts the values where they are used.
		const constants = Object.entries(answers).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
		return {
			code: `${constants.join('\n')}\nexport const answers = { ${Object.keys(answers).join(', ')} };`,
			moduleType: 'js',
		};
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
