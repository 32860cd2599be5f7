import { onTestFinished } from 'vitest';
import { systemClock } from '../../source/adapters/clock.ts';
import { defaultLimits, type Limits } from '../../source/adapters/limits.ts';
import type { ProxyServer } from '../../source/adapters/proxy.ts';
import { createTransport, type Transport } from '../../source/adapters/transport.ts';
import type { Clock } from '../../source/runtime/ports.ts';

type Setup = {
	readonly limits?: Partial<Limits>;
	readonly proxy?: ProxyServer;
	readonly clock?: Clock;
};

/** A transport to the origin, closed when the test is over. */
export const open = (origin: string, { limits, proxy, clock = systemClock }: Setup = {}): Transport => {
	const transport = createTransport({
		endpoint: { origin, host: new URL(origin).host },
		proxy,
		clock,
		limits: { ...defaultLimits, ...limits },
	});
	onTestFinished(transport.close);
	return transport;
};

export const get = (transport: Transport, signal = new AbortController().signal) =>
	transport.get('/api/v1/jobs?a=%2A', {}, signal);

/** The signal of who never loses interest. */
export const never = new AbortController().signal;
