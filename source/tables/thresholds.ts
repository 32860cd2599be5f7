import { failed, type Result, success } from '../model/failure.ts';
import { spanText } from '../model/window-words.ts';
import { parseSpan } from './parameter-values.ts';
import { type TriageThresholds, usualThresholds } from './triage-rules.ts';

/** One threshold of triage, as the settings file writes it. */
export type Threshold = {
	readonly field: keyof TriageThresholds;
	readonly help: string;
	readonly read: (text: string) => Result<number, string>;
	readonly print: (value: number) => string;
};

const minuteMs = 60_000;
const longestMs = 90 * 24 * 60 * minuteMs;

const span: Pick<Threshold, 'read' | 'print'> = {
	read: text => {
		const ms = parseSpan(text);
		return ms !== undefined && ms >= minuteMs && ms <= longestMs
			? success(ms)
			: failed('give a span from 1m to 90d, as 30m or 2h');
	},
	print: spanText,
};

const count: Pick<Threshold, 'read' | 'print'> = {
	read: text =>
		/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1000
			? success(Number(text))
			: failed('give a whole number from 1 to 1000'),
	print: String,
};

const share: Pick<Threshold, 'read' | 'print'> = {
	read: text => {
		const value = /^(?:0?\.\d{1,4}|1(?:\.0{1,4})?|0)$/.test(text) ? Number(text) : Number.NaN;
		return value >= 0.5 && value < 1 ? success(value) : failed('give a share from 0.5 to 0.99');
	},
	print: String,
};

/** What triage (`T`) goes by; the ids are those of the settings file. */
export const thresholds = {
	'failed-within': { field: 'failedWithinMs', help: 'a failure is news for so long', ...span },
	restarts: { field: 'restarts', help: 'so many restarts are a loop …', ...count },
	'restarts-within': { field: 'restartsWithinMs', help: '… within this time', ...span },
	'stuck-share': {
		field: 'stuckShare',
		help: 'a preparation is stuck past this share of those in the list …',
		...share,
	},
	'stuck-least-seen': { field: 'stuckLeastSeen', help: '… of which at least so many were seen', ...count },
	'wait-share': { field: 'waitShare', help: 'a wait is long past this share of the waits of its quota …', ...share },
	'wait-least-seen': { field: 'waitLeastSeen', help: '… of which at least so many are known …', ...count },
	'wait-least': { field: 'waitLeastMs', help: '… and past this time', ...span },
	'ends-within': { field: 'endsWithinMs', help: 'so near its limit a job needs a look', ...span },
} as const satisfies Record<string, Threshold>;

export type ThresholdId = keyof typeof thresholds;

export const isThresholdId = (id: string): id is ThresholdId => Object.hasOwn(thresholds, id);

export const thresholdIds: readonly ThresholdId[] = Object.keys(thresholds).filter(isThresholdId);

export const usualThreshold = (id: ThresholdId): string => {
	const { field, print } = thresholds[id];
	return print(usualThresholds[field]);
};
