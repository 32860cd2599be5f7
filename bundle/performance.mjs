/** The clock that never goes back, in ms. Node's global of this name is a part of its own, with observers and histograms, that a start would load. */
export const performance = {
	now: () => {
		const [seconds, nanoseconds] = process.hrtime();
		return seconds * 1000 + nanoseconds / 1e6;
	},
};
