// What the packages inside the bundle ask of `node:assert`, which would load its reports in colour, and for these a stream to stderr.
const assert = (holds, message) => {
	if (!holds) {
		throw message instanceof Error ? message : new Error(message ?? 'something that must hold does not');
	}
};

assert.equal = (value, wanted, message) => assert(value === wanted, message);

module.exports = assert;
