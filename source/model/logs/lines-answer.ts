import { type Failure, failed, type Result, success } from '../failure.ts';
import { isJsonArray, isJsonObject, type Json } from '../json.ts';

/** The lines in an answer of GetPodLogs (`Logs`), GetPodEvents or GetJobEvents (`Events`): null is no line; anything but a list of texts is a malformed answer. */
export const decodeLines = (body: Json, field: 'Logs' | 'Events'): Result<readonly string[], Failure> => {
	const lines = isJsonObject(body) ? body[field] : undefined;
	if (lines === null) {
		return success([]);
	}
	const texts = lines !== undefined && isJsonArray(lines) ? lines.filter(line => typeof line === 'string') : undefined;
	return lines === undefined || !isJsonArray(lines) || texts === undefined || texts.length < lines.length
		? failed({
				kind: 'malformed-answer',
				message: `The answer has no ${field} that are a list of texts.`,
				next: 'If it persists, check --endpoint and any proxy between.',
			})
		: success(texts);
};
