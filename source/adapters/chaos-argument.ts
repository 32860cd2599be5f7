import { failed, type Result, success } from '../model/failure.ts';
import { type FaultName, faultNames, isFaultName } from '../tables/faults.ts';
import { nearestOrAll } from '../text/nearest.ts';

/**
 * The faults that `--chaos` asks for: all of them where it names none. `raw` is `''` for the flag alone, undefined without it.
 * The problem is a sentence for the user.
 */
export const parseChaos = (
	raw: string | undefined,
	isDemo: boolean,
): Result<readonly FaultName[] | undefined, string> => {
	if (raw === undefined) {
		return success(undefined);
	}
	if (!isDemo) {
		return failed('--chaos is a game of the embedded service: it goes with --demo');
	}
	const words = raw === '' ? faultNames : raw.split(',').map(word => word.trim());
	const unknown = words.find(word => !isFaultName(word));
	return unknown === undefined
		? success(words.filter(isFaultName))
		: failed(`--chaos=${raw}: there is no fault ${unknown}${nearestOrAll(unknown, faultNames)}`);
};
