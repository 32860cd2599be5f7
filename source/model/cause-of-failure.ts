import { causeOf, isGenericReason } from '../text/cause.ts';
import { maskText } from '../text/mask.ts';
import type { Job } from './job.ts';

/** The code where it says why; else what the message says, since `JobFailed` answers nothing. Without secrets, not yet made safe for the terminal. */
export const causeOfFailure = ({ ReasonCode, ReasonMessage }: Job): string => {
	const cause = isGenericReason(ReasonCode) || ReasonCode === '' ? causeOf(maskText(ReasonMessage)) : '';
	return cause || maskText(ReasonCode);
};
