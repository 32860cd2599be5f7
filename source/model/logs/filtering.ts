import { type Effect, only, type Step } from '../effect.ts';
import type { State } from '../state.ts';
import { filterOf, isScanned, scanned, withoutDropped } from './filter.ts';
import { allLines, type LogView } from './log-view.ts';

const goOn: Effect = { type: 'start-timer', timer: 'scan', atLeastMs: 0, atMostMs: 0 };

/** Looks at one more slice of the lines; a timer brings the next one, after the keys that came meanwhile. */
export const scanFurther = (state: State): Step => {
	const { logs } = state;
	if (logs?.filter === undefined) {
		return only(state);
	}
	const all = allLines(logs);
	const filter = scanned(logs.filter, all);
	const next = filter === logs.filter ? state : { ...state, logs: { ...logs, filter } };
	return [next, isScanned(filter, all) ? [] : [goOn]];
};

/** Another filter: from its end on, as what stood at a place is elsewhere now. One that cannot be read leaves the former one. */
export const applyFilter = (state: State, text: string): Step => {
	const { logs } = state;
	if (logs === undefined || (logs.filter?.text ?? '') === text) {
		return only(state);
	}
	const filter = filterOf(text, allLines(logs));
	return filter.ok
		? scanFurther({ ...state, logs: { ...logs, filter: filter.value, place: undefined, hit: undefined } })
		: only({ ...state, notice: filter.problem });
};

/** The same filter over other lines, from the first on. */
const again = (view: LogView): LogView => {
	const filter = filterOf(view.filter?.text ?? '', allLines(view));
	return filter.ok ? { ...view, filter: filter.value } : view;
};

/** The filter of `after` knows lines of `before`: goes on where lines were only added and let go, else begins anew. */
export const refiltered = (before: LogView, after: LogView): LogView => {
	const [old, now] = [allLines(before), allLines(after)];
	if (after.filter === undefined || old === now) {
		return after;
	}
	const lastSeen = after.filter.next - 1;
	const isSame = old.lines[lastSeen - old.dropped] === now.lines[lastSeen - now.dropped];
	const isGone = lastSeen < now.dropped;
	return isSame || isGone ? { ...after, filter: withoutDropped(after.filter, now) } : again(after);
};

/** `x`: secrets as they are, until the logs close. What was found among hidden ones is looked for again. */
export const toggleLogSecrets = (state: State): Step => {
	const { logs } = state;
	if (logs === undefined || state.settings.showSecrets) {
		return only({ ...state, notice: 'secrets are shown because of --show-secrets' });
	}
	const unmasked = !logs.unmasked;
	const notice = unmasked ? 'secrets are shown until the logs close; x hides them' : 'secrets are hidden';
	return scanFurther({ ...state, notice, logs: again({ ...logs, unmasked }) });
};
