import headless, { type Terminal as Emulator, type IBufferCell } from '@xterm/headless';

// The addon reads its table from the start of the memory behind a Buffer, which is right only for one outside of the pool.
const { poolSize } = Buffer;
Buffer.poolSize = 0;
const { UnicodeGraphemesAddon } = await import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

/** How a terminal tells what one character is: the value that the emulator keeps, of a state, a width and whether it joins the one before. */
const property = (width: number, joins: boolean): number => (width << 1) | (joins ? 1 : 0);
const widthOf = (value: number): number => (value >> 1) & 3;

/** A terminal that knows no clusters: each part of one is drawn beside the other, emoji in `emojiWidth` cells. */
const withoutClusters = (emojiWidth: 1 | 2) => {
	const wcwidth = (code: number): 0 | 1 | 2 => {
		const character = String.fromCodePoint(code);
		if (/[\p{Mn}\p{Cf}]/u.test(character)) {
			return 0;
		}
		if (/[\p{Emoji_Presentation}\p{Regional_Indicator}]/u.test(character)) {
			return emojiWidth;
		}
		return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff01-\uff60]/.test(character) ? 2 : 1;
	};
	return {
		version: `no-clusters-${emojiWidth}`,
		wcwidth,
		charProperties: (code: number, preceding: number): number => {
			const width = wcwidth(code);
			return width === 0 && preceding !== 0 ? property(widthOf(preceding), true) : property(width, false);
		},
	};
};

export type Clusters = 'known' | 'narrow' | 'wide';

/** A terminal to write to, 200 lines deep: one that knows clusters, or one that draws their emoji in one or two cells each. */
export const createEmulator = (columns: number, rows: number, clusters: Clusters = 'known'): Emulator => {
	const emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200 });
	if (clusters === 'known') {
		emulator.loadAddon(new UnicodeGraphemesAddon());
		emulator.unicode.activeVersion = '15-graphemes';
	} else {
		const provider = withoutClusters(clusters === 'narrow' ? 1 : 2);
		emulator.unicode.register(provider);
		emulator.unicode.activeVersion = provider.version;
	}
	return emulator;
};

/** Resolves when the terminal has taken in the text. */
export const feed = (emulator: Emulator, text: string): Promise<void> =>
	new Promise(resolve => {
		emulator.write(text, resolve);
	});

const colorOf = (isDefault: boolean, color: number): string => (isDefault ? '-' : String(color));

/** What a person sees of a cell, in a word: the attributes that do not show on a blank are left out. */
const seen = (cell: IBufferCell): string => {
	const text = cell.getChars() || (cell.getWidth() === 0 ? '' : ' ');
	const lined = cell.isUnderline() !== 0;
	const inverse = cell.isInverse() !== 0;
	const background = colorOf(cell.isBgDefault(), cell.getBgColor());
	const shows = text.trim() !== '' || inverse || lined || cell.getWidth() !== 1;
	const foreground = shows ? colorOf(cell.isFgDefault(), cell.getFgColor()) : '-';
	const flags = [
		...(shows && cell.isBold() !== 0 ? ['bold'] : []),
		...(shows && cell.isDim() !== 0 ? ['dim'] : []),
		...(lined ? ['underline'] : []),
		...(inverse ? ['inverse'] : []),
	];
	return [text, foreground, background, ...flags].join(' ');
};

/** Every cell of the screen, row by row. */
export const cellsSeen = (emulator: Emulator): readonly (readonly string[])[] => {
	const { active } = emulator.buffer;
	return Array.from({ length: emulator.rows }, (_, row) => {
		const line = active.getLine(active.baseY + row);
		return Array.from({ length: emulator.cols }, (_, column) => {
			const cell = line?.getCell(column);
			return cell === undefined ? '?' : seen(cell);
		});
	});
};
