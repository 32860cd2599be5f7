import { isWordLetter, type Node, PatternProblem, readPattern } from './regex-syntax.ts';

/** Longer patterns are refused, and of longer texts only the beginning is looked at (characters). */
export const longestPattern = 200;
const longestText = 2000;
const mostSteps = 2000;

/** One step of the machine: where it goes on, by its place in the list of steps. */
type Step =
	| { readonly kind: 'letter'; readonly node: Extract<Node, { kind: 'letter' }>; readonly next: number }
	| { readonly kind: 'edge'; readonly edge: Extract<Node, { kind: 'edge' }>['edge']; readonly next: number }
	| { readonly kind: 'split'; readonly next: readonly number[] }
	| { readonly kind: 'done' };

/** Appends the steps of nodes from the end to the beginning, so that each knows what follows it. */
const createBuilder = () => {
	const steps: Step[] = [{ kind: 'done' }];
	const add = (step: Step): number => {
		if (steps.length >= mostSteps) {
			throw new PatternProblem('it repeats too much');
		}
		return steps.push(step) - 1;
	};
	const build = (node: Node, next: number): number => {
		switch (node.kind) {
			case 'letter':
				return add({ kind: 'letter', node, next });
			case 'edge':
				return add({ kind: 'edge', edge: node.edge, next });
			case 'sequence':
				return node.nodes.reduceRight((after, part) => build(part, after), next);
			case 'choice':
				return node.nodes.length === 1 && node.nodes[0] !== undefined
					? build(node.nodes[0], next)
					: add({ kind: 'split', next: node.nodes.map(part => build(part, next)) });
			case 'repeat':
				return buildRepeat(node, next);
		}
	};
	const buildRepeat = ({ node, least, most }: Extract<Node, { kind: 'repeat' }>, next: number): number => {
		let entry = next;
		if (most === undefined) {
			entry = add({ kind: 'split', next: [next] });
			steps[entry] = { kind: 'split', next: [build(node, entry), next] };
		} else {
			for (let optional = least; optional < most; optional += 1) {
				entry = add({ kind: 'split', next: [build(node, entry), next] });
			}
		}
		for (let needed = 0; needed < least; needed += 1) {
			entry = build(node, entry);
		}
		return entry;
	};
	return { steps, build };
};

const fits = ({ has, negated }: Extract<Node, { kind: 'letter' }>, letter: string, ignoreCase: boolean): boolean => {
	const found = has(letter) || (ignoreCase && (has(letter.toLowerCase()) || has(letter.toUpperCase())));
	return found !== negated;
};

const edgeHolds = (edge: Extract<Node, { kind: 'edge' }>['edge'], letters: readonly string[], at: number): boolean => {
	switch (edge) {
		case 'start':
			return at === 0;
		case 'end':
			return at === letters.length;
		case 'word':
		case 'no word':
			return (isWordLetter(letters[at - 1] ?? '') !== isWordLetter(letters[at] ?? '')) === (edge === 'word');
	}
};

/** The steps that wait for a letter at a place, from those that are reached there; `done` among them when the text is found. */
const reach = (steps: readonly Step[], from: readonly number[], letters: readonly string[], at: number) => {
	const seen = new Set<number>();
	const waiting: Extract<Step, { kind: 'letter' }>[] = [];
	const open = [...from];
	let done = false;
	for (let place = open.pop(); place !== undefined; place = open.pop()) {
		const step = steps[place];
		if (step === undefined || seen.has(place)) {
			continue;
		}
		seen.add(place);
		if (step.kind === 'done') {
			done = true;
		} else if (step.kind === 'letter') {
			waiting.push(step);
		} else if (step.kind === 'split') {
			open.push(...step.next);
		} else if (edgeHolds(step.edge, letters, at)) {
			open.push(step.next);
		}
	}
	return { waiting, done };
};

/** Whether a text holds a match. */
export type Matcher = (text: string) => boolean;

/**
 * A regular expression that takes time in proportion to the text, whatever the pattern: all ways are followed at once, none is tried twice.
 * The problem is the end of a sentence about the pattern.
 */
export const compileRegex = (
	pattern: string,
	ignoreCase: boolean,
): { readonly ok: true; readonly value: Matcher } | { readonly ok: false; readonly problem: string } => {
	if ([...pattern].length > longestPattern) {
		return { ok: false, problem: `it is longer than ${longestPattern} characters` };
	}
	try {
		const { steps, build } = createBuilder();
		const start = build(readPattern(pattern), 0);
		return { ok: true, value: text => search(steps, start, text, ignoreCase) };
	} catch (error) {
		if (error instanceof PatternProblem) {
			return { ok: false, problem: error.message };
		}
		throw error;
	}
};

const search = (steps: readonly Step[], start: number, text: string, ignoreCase: boolean): boolean => {
	const letters = [...text.slice(0, longestText)];
	let reached: readonly number[] = [];
	for (let at = 0; at <= letters.length; at += 1) {
		const { waiting, done } = reach(steps, [...reached, start], letters, at);
		if (done) {
			return true;
		}
		const letter = letters[at] ?? '';
		reached =
			at === letters.length ? [] : waiting.flatMap(step => (fits(step.node, letter, ignoreCase) ? [step.next] : []));
	}
	return false;
};
