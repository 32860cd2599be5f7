import { formatSpan } from '../../text/span.ts';
import type { Standing } from '../state.ts';
import { gpuHoursWords } from '../sums.ts';
import { isWhole } from './counts.ts';

/** The rarer figures over the shown jobs, each a piece of the counts line that stands there if there is room. */
export const sumsParts = ({ listing }: Standing): readonly string[] => {
	if (listing === undefined || listing.jobs.length === 0) {
		return [];
	}
	const { sums } = listing;
	const here = isWhole(listing) ? '' : ' here';
	const { waitMedianMs, waitLongMs, failedShare } = sums;
	return [
		`${gpuHoursWords(sums)}${here}`,
		...(waitMedianMs === undefined
			? []
			: [`wait${here} p50 ${formatSpan(waitMedianMs)} p90 ${formatSpan(waitLongMs)}`]),
		...(failedShare === undefined ? [] : [`failed${here} ${Math.round(failedShare * 100)} % of ended`]),
	];
};
