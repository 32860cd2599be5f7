const two = (value: number): string => String(value).padStart(2, '0');

/** A time (ms since the epoch) as `14:03:27` in the local zone; `--:--:--` for what is no time. */
export const clockTime = (ms: number): string => {
	const date = new Date(ms);
	return Number.isNaN(date.getTime())
		? '--:--:--'
		: `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};
