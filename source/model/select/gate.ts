import { clockTime } from '../../text/clock-time.ts';
import type { Gate } from '../gate.ts';
import type { State } from '../state.ts';

/** Why a request of the pane or of the logs is not sent yet, and when it will be; undefined when none waits. */
export const gateWords = (
	{ gate, settings }: Pick<State, 'gate' | 'settings'>,
	type: Gate['held'][number]['type'],
): string | undefined => {
	if (!gate.held.some(held => held.type === type)) {
		return undefined;
	}
	const why =
		gate.failure === undefined ? `${settings.requestsPerMinute} requests a minute used` : 'the service asks to wait';
	return `asks at ${clockTime(gate.until)}: ${why}`;
};
