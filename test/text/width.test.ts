import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { displayWidth, graphemes } from '../../source/text/width.ts';
import { strangeText } from './strange-text.ts';

const segmenter = new Intl.Segmenter();
const clustersOf = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);
const together = (cluster: string): number => stringWidth(cluster, { countAnsiEscapeCodes: true });
const apart = (cluster: string): number => [...cluster].reduce((sum, letter) => sum + together(letter), 0);

describe('the width of a text', () => {
	test.each([
		['', 0],
		['llm-pretrain', 12],
		['中文', 4],
		['nightly-eval-中文', 17],
		['e\u0301clair', 6],
		['👩‍🚀', 2],
		['👨‍👩‍👧', 2],
		['❤️', 2],
		['🇨🇳', 2],
		['🇦🇦', 2],
		['1️⃣', 2],
		['👍🏽', 2],
		['a🏽', 3],
		['한국', 4],
		['ᄒ\u1161ᆫ', 2],
		['ﾊﾞ', 2],
		['กำ', 2],
		['क्ष', 2],
		['ＧＰＵ', 6],
		['● Running …', 11],
		['␛[31m', 5],
		['\u0301', 0],
		['\u001b[31mred', 7],
	])('of %j is %i', (text, cells) => {
		expect(displayWidth(text)).toBe(cells);
	});

	test('is the sum over its graphemes, and these are the text', () => {
		fc.assert(
			fc.property(strangeText, text => {
				const clusters = graphemes(text);
				expect(clusters.join('')).toBe(text);
				expect(clusters.reduce((sum, cluster) => sum + displayWidth(cluster), 0)).toBe(displayWidth(text));
			}),
			{ numRuns: 2000 },
		);
	});

	test('is never less than the library that lays out the screen counts', () => {
		fc.assert(
			fc.property(strangeText, text => {
				expect(displayWidth(text)).toBeGreaterThanOrEqual(stringWidth(text));
			}),
			{ numRuns: 2000 },
		);
	});

	test('of characters side by side is what the segmenter and the library say, with or without the short way', () => {
		const differing: string[] = [];
		// The far half of the plane is blocks of thousands alike.
		for (let code = 0x20; code < 0x10000; code += code < 0x3400 || code > 0xfe00 ? 1 : 37) {
			const text = String.fromCharCode(code, code, 0x61);
			const clusters = clustersOf(text);
			const cells = clusters.reduce((sum, cluster) => sum + Math.max(together(cluster), apart(cluster)), 0);
			if (displayWidth(text) !== cells || graphemes(text).length !== clusters.length) {
				differing.push(text);
			}
		}
		// Hangul letters make syllables, whose parts are not drawn beside each other.
		expect(differing.filter(text => !/^[\u1100-\u11ff]/.test(text))).toEqual([]);
	});

	test('is the same for a text longer than the segmenter gets at once', () => {
		fc.assert(
			fc.property(fc.array(strangeText, { minLength: 1, maxLength: 4 }), fc.nat({ max: 40 }), (parts, shift) => {
				const text = `${parts.join('').repeat(60)}${'👍🏽'.repeat(500 + shift)}${'\u0301'.repeat(5000)}a`;
				expect(graphemes(text)).toEqual(clustersOf(text));
			}),
			{ numRuns: 30 },
		);
	});
});
