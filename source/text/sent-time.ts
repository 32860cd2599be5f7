const timeShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:?\d\d)$/;

/**
 * Ms since the epoch of a time as the service writes it; undefined for what is none. Documented is `YYYY-MM-DDTHH:MM:SSZ`; fractions and
 * offsets, seen in other answers of the service, do no harm. A time without a zone could be any: it is none.
 */
export const readTime = (sent: unknown): number | undefined => {
	const ms = typeof sent === 'string' && timeShape.test(sent) ? Date.parse(sent) : Number.NaN;
	return Number.isNaN(ms) ? undefined : ms;
};
