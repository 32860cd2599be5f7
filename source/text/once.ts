/**
 * What is made when it is asked for first, and kept. For what the engine takes long to make, such as an expression with tables of Unicode in
 * it (0.1 to 20 ms), so that a start pays only for what its texts need.
 */
export const once = <Made>(make: () => Made): (() => Made) => {
	let made: { readonly value: Made } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
};
