// The rooms of ARCHITECTURE.md and the arrows between them. `npm run arrows` fails on a breach, and when it checked nothing.
const rooms = {
	text: 'text|tables/masks',
	model: 'model|tables|text',
	tables: 'model|tables|text',
	runtime: 'model|runtime|tables|text',
	adapters: 'adapters|model|tables|text|runtime/ports',
	ui: 'ui|model|tables|text|runtime',
	report: 'report|model|tables|text',
	simulator: 'simulator|model|tables|text',
};

const mayImport = Object.entries(rooms).map(([room, allowed]) => ({
	name: `${room}-imports-only-its-own`,
	severity: 'error',
	from: { path: `^source/${room}/` },
	to: { path: '^source/', pathNot: allowed === '' ? `^source/${room}/` : `^source/(${allowed})` },
}));

module.exports = {
	forbidden: [
		...mayImport,
		{
			name: 'the-core-touches-nothing-outside',
			comment: 'No clock, no I/O, no React, no Node in the model and the tables.',
			severity: 'error',
			from: { path: '^source/(model|tables)/' },
			to: { pathNot: '^source/' },
		},
		{
			name: 'text-is-pure',
			severity: 'error',
			from: { path: '^source/text/' },
			to: {
				pathNot: '^(source/text/|source/tables/masks\\.ts$|node_modules/(string-width|get-east-asian-width|diff)/)',
			},
		},
		{
			name: 'only-the-composition-root-is-above',
			severity: 'error',
			from: { path: '^source/', pathNot: '^source/(cli\\.ts|main\\.ts|compose/)' },
			to: { path: '^source/(cli\\.ts|main\\.ts|compose/)' },
		},
		{
			name: 'ui-and-adapters-never-meet',
			severity: 'error',
			from: { path: '^source/ui/' },
			to: { path: '^(source/adapters/|node:|fs|net|http)' },
		},
		{
			name: 'the-list-can-be-drawn-without-ink',
			comment: 'The first frames of a start do not wait for Ink and React to be loaded.',
			severity: 'error',
			from: { path: '^source/ui/list-lines\\.ts$' },
			to: { reachable: true, path: '^(ink|react)$|(^|/)node_modules/(ink|react)/|\\.tsx$' },
		},
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			conditionNames: ['import', 'default', 'node', 'types'],
			extensions: ['.ts', '.tsx', '.js'],
		},
	},
};
