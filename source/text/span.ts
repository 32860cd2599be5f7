/** Behind this span (ms) hours are left out: up to it none is wider than a longer one, but for seconds and minutes of two digits. */
export const widestSpanMs = 100 * 86_400_000 - 1;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A span of time (ms) as on the screen, in at most six cells: `47s`, `12m`, `1h03`, `3d02h`, from 100 days on `214d`, and
 * years where even days are too many digits. Rounded down, so that it never claims more than has passed; below zero counts
 * as zero; `-` where there is none.
 */
export const formatSpan = (ms: number | undefined): string => {
	if (ms === undefined || !Number.isFinite(ms)) {
		return '-';
	}
	const seconds = Math.floor(Math.max(0, ms) / 1000);
	if (seconds < 60) {
		return `${seconds}s`;
	}
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) {
		return `${minutes}m`;
	}
	const hours = Math.floor(minutes / 60);
	if (hours < 24) {
		return `${hours}h${two(minutes % 60)}`;
	}
	const days = Math.floor(hours / 24);
	if (days < 100) {
		return `${days}d${two(hours % 24)}h`;
	}
	return days < 100_000 ? `${days}d` : `${Math.min(Math.floor(days / 365), 99_999)}y`;
};
