export type NonEmpty<Item> = readonly [Item, ...Item[]];

/** Chance that repeats: the same seed and label give the same draws, in the order they are taken. */
export type Random = {
	/** In [0, 1). */
	readonly fraction: () => number;
	/** A whole number, both ends included. */
	readonly whole: (from: number, to: number) => number;
	readonly chance: (probability: number) => boolean;
	readonly pick: <Item>(from: NonEmpty<Item>) => Item;
	/** `length` letters of base 36. */
	readonly letters: (length: number) => string;
};

const mix = (word: number): number => {
	let mixed = word ^ (word >>> 16);
	mixed = Math.imul(mixed, 0x21f0aaad);
	mixed ^= mixed >>> 15;
	mixed = Math.imul(mixed, 0x735a2d97);
	return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** A 32-bit hash of a text; `salt` gives independent ones. */
export const hashOf = (text: string, salt = 0): number => {
	let hash = mix(0x811c9dc5 ^ salt);
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return mix(hash);
};

export const randomOf = (label: string): Random => {
	let state = hashOf(label);
	const fraction = (): number => {
		state = (state + 0x9e3779b9) | 0;
		return mix(state) / 2 ** 32;
	};
	const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1));
	return {
		fraction,
		whole,
		chance: probability => fraction() < probability,
		pick: from => from[whole(0, from.length - 1)] ?? from[0],
		letters: length => Array.from({ length }, () => whole(0, 35).toString(36)).join(''),
	};
};
