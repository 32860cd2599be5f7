/**
 * True for a host that cannot leave this machine: 127.0.0.0/8, ::1 and `localhost`.
 * Takes `URL.hostname`, which has normalised every spelling of an address (`127.1`, `0x7f.1`).
 */
export const isLoopback = (hostname: string): boolean =>
	hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
