// A package that no longer has what is exchanged in it is not to be taken as it is: what that costs would come back in silence.

/** An account of exchanges that each have to be made once in a build, told by `nameOf`. */
export const dueOf = (exchanges, nameOf) => {
	const due = new Set(exchanges);
	return {
		made: exchange => due.delete(exchange),
		/** For a plugin: throws where one was never made. A build that failed never came to what is missing; its own mistake is the one to read. */
		buildEnd: error => {
			if (error === undefined && due.size > 0) {
				throw new Error(`nothing to exchange for ${[...due].map(nameOf).join(', ')}`);
			}
		},
	};
};
