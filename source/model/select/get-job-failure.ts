import { maskText } from '../../text/mask.ts';
import type { Failure } from '../failure.ts';

/** Why GetJob told nothing, and what is shown instead: the list's row, if it has one. */
export const failureWords = ({ kind, message, Code, RequestId }: Failure, listed = true): string => {
	const why = `${Code === undefined || message.includes(Code) ? '' : `${Code}: `}${maskText(message)}`;
	const id = RequestId === undefined ? '' : ` · RequestId ${RequestId}`;
	const needs = kind === 'not-allowed' ? 'needs paidlc:GetJob; ' : '';
	return `✗ GetJob: ${needs}${listed ? 'what the list has is shown' : 'the list does not have it'}. ${why}${id}`;
};
