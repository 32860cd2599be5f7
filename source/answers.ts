import manifest from '../package.json' with { type: 'json' };
import { exitCodes } from './tables/exit-codes.ts';
import { helpText } from './tables/help-text.ts';

/**
 * What is answered before anything is loaded. In the bundle only the values are left of this module: the build runs it
 * (bundle/answers.mjs), so that a start that ends with an answer reads neither tables nor manifest.
 */
export const answers = {
	version: manifest.version,
	help: helpText(),
	/** The oldest Node that will do, as `>=MAJOR.MINOR`. */
	oldestNode: manifest.engines.node,
	usageCode: exitCodes.usage.code,
	faultCode: exitCodes.fault.code,
};
