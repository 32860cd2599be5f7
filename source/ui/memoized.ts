const sameFields = (a: object, b: object): boolean => {
	const fields = Object.entries(a);
	return (
		fields.length === Object.keys(b).length &&
		fields.every(([name, value]) => Object.hasOwn(b, name) && Object.is(value, Reflect.get(b, name)))
	);
};

/**
 * A function of an object that keeps its last result for as long as it is asked with the same values in all fields (`Object.is`), so that
 * what is made of it stays the same object, too.
 */
export const memoized = <Given extends object, Made>(make: (given: Given) => Made): ((given: Given) => Made) => {
	let last: { readonly given: Given; readonly made: Made } | undefined;
	return given => {
		if (last === undefined || !sameFields(given, last.given)) {
			last = { given, made: make(given) };
		}
		return last.made;
	};
};
