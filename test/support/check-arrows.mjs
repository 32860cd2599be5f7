// Checks who imports whom, and refuses to be green when it looked at nothing.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const { output } = await cruise(
	['source'],
	{ ...options, ruleSet: { forbidden }, validate: true },
	{},
	{ tsConfig: extractTSConfig('tsconfig.json') },
);
const { violations, totalCruised } = output.summary;
const seen = new Set(output.modules.map(module => module.source));
const missed = readdirSync('source', { recursive: true, encoding: 'utf8' })
	.filter(file => /\.tsx?$/.test(file))
	.filter(file => !seen.has(`source/${file}`));

for (const { rule, from, to } of violations) {
	process.stderr.write(`${rule.name}: ${from} -> ${to}\n`);
}
for (const file of missed) {
	process.stderr.write(`not checked: source/${file}\n`);
}
process.stdout.write(`arrows: ${totalCruised} modules, ${violations.length} breaches, ${missed.length} not checked\n`);
process.exitCode = violations.length > 0 || missed.length > 0 || seen.size === 0 ? 1 : 0;
