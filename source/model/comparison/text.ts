import { maskText } from '../../text/mask.ts';
import { sanitize } from '../../text/sanitize.ts';
import type { State } from '../state.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { Comparison, Side } from './comparison.ts';

const sideText = (name: string, { JobId, merged }: Side, secrets: boolean): string =>
	`${name} ${JobId} ${secrets ? merged.DisplayName : maskText(merged.DisplayName)}`.trimEnd();

const blockText = (block: Block): readonly string[] => {
	switch (block.kind) {
		case 'path':
			return ['', block.text];
		case 'note':
			return [`  ${block.text}`];
		case 'same':
			return [`  ${block.text}`];
		case 'changed':
			return [...block.a.map(line => `A ${line}`), ...block.b.map(line => `B ${line}`)];
	}
};

/** The differences as plain text, for the pager and the clipboard: secrets masked even while the screen shows them. */
export const comparedText = (state: State, { a, b }: Comparison): string => {
	const { blocks } = blocksOf(a.merged, b.merged, state.settings.showSecrets);
	const { showSecrets } = state.settings;
	const lines = [sideText('A', a, showSecrets), sideText('B', b, showSecrets), ...blocks.flatMap(blockText)];
	return `${lines.map(line => sanitize(line.replaceAll('\t', '    '))).join('\n')}\n`;
};
