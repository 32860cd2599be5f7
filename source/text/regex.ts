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

/** What a set of steps leads to at a place, and from there by each letter that was met so far. */
type Reached = ReturnType<typeof reach> & { readonly after: Map<string, Steps> };
/** Steps that are reached together, and what they lead to, by what stands around the place. */
type Steps = { readonly places: readonly number[]; readonly reached: Map<number, Reached> };

/** Of a filter over thousands of names nearly all ways have been gone before. They are remembered up to so many places of steps. */
const mostRemembered = 200_000;

/** What stands around a place, as far as an edge can tell. */
const surroundings = (letters: readonly string[], at: number, asksForWords: boolean): number => {
	const ends = (at === 0 ? 1 : 0) + (at === letters.length ? 2 : 0);
	return asksForWords
		? ends + (isWordLetter(letters[at - 1] ?? '') ? 4 : 0) + (isWordLetter(letters[at] ?? '') ? 8 : 0)
		: ends;
};

const createSearch = (steps: readonly Step[], start: number, ignoreCase: boolean): Matcher => {
	const asksForWords = steps.some(step => step.kind === 'edge' && step.edge !== 'start' && step.edge !== 'end');
	const known = new Map<string, Steps>();
	let remembered = 0;
	const together = (places: readonly number[]): Steps => {
		const all = [...new Set([start, ...places])];
		const name = all.toSorted((a, b) => a - b).join();
		const found = known.get(name) ?? { places: all, reached: new Map<number, Reached>() };
		known.set(name, found);
		return found;
	};
	const reachedFrom = (from: Steps, letters: readonly string[], at: number): Reached => {
		const around = surroundings(letters, at, asksForWords);
		const reached = from.reached.get(around) ?? { ...reach(steps, from.places, letters, at), after: new Map() };
		from.reached.set(around, reached);
		return reached;
	};
	const follow = ({ waiting, after }: Reached, letter: string): Steps => {
		const gone = after.get(letter);
		if (gone !== undefined) {
			return gone;
		}
		if (remembered > mostRemembered) {
			known.clear();
			remembered = 0;
		}
		const next = together(waiting.flatMap(step => (fits(step.node, letter, ignoreCase) ? [step.next] : [])));
		remembered += next.places.length;
		after.set(letter, next);
		return next;
	};
	return text => {
		const letters = [...text.slice(0, longestText)];
		let from = together([]);
		for (let at = 0; ; at += 1) {
			const reached = reachedFrom(from, letters, at);
			const letter = letters[at];
			if (reached.done || letter === undefined) {
				return reached.done;
			}
			from = follow(reached, letter);
		}
	};
};

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
		return { ok: true, value: createSearch(steps, start, ignoreCase) };
	} catch (error) {
		if (error instanceof PatternProblem) {
			return { ok: false, problem: error.message };
		}
		throw error;
	}
};
