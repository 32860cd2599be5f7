import { fit } from './fit.ts';
import { displayWidth } from './width.ts';

/** Ids and addresses, which tell nothing of why. Numbers stay: exit codes and sizes do. */
const namings: readonly (readonly [RegExp, string])[] = [
	[/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>,;]+/gi, '<url>'],
	[/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
	[/\bdlc[0-9a-z]{13}(?:-[0-9a-z-]+)?\b/g, '<id>'],
	[/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g, '<address>'],
];

/** `Pod <id> exited with code 137: `: what is left of it is the code. */
const podExit = /^pod \S+ (?:exited|failed|terminated) with (?:exit )?code (\d{1,3})\s*(?:[:,.;]\s*|$)/i;

/** Codes that only repeat the status. */
const generic = /^(?:job|pod|task|container|process|user)?[ _-]?(?:failed|failure|error|unknown|unknownerror)$/i;

/** Whether a ReasonCode says no more than that something failed. */
export const isGenericReason = (ReasonCode: string): boolean => generic.test(ReasonCode.trim());

/** Cells that a cause takes at most. */
export const longestCause = 60;

/** Enough of a message to find the cause in: it stands at the beginning. */
const looked = 1000;

/** The cause out of a message whose secrets are masked: one short line without ids; `''` where the message is empty. */
export const causeOf = (message: string): string => {
	const line = namings
		.reduce((text, [shape, sign]) => text.replace(shape, sign), message.slice(0, looked))
		.replace(/\s+/g, ' ')
		.trim()
		.replace(podExit, (_, code: string) => `exit ${code}: `)
		.replace(/: $/, '');
	return displayWidth(line) > longestCause ? fit(line, longestCause).trimEnd() : line;
};
