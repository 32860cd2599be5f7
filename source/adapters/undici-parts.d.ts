// Importing the whole of undici (fetch, WebSocket, mocks, caches) more than doubles its share of the start-up time. These
// are the modules that a plain request needs; undici ships no types for its inner paths, so they are given here.
declare module 'undici/lib/dispatcher/pool.js' {
	import { Pool } from 'undici';

	export default Pool;
}

declare module 'undici/lib/dispatcher/proxy-agent.js' {
	import { ProxyAgent } from 'undici';

	export default ProxyAgent;
}

declare module 'undici/lib/api/api-connect.js' {
	import type { Dispatcher } from 'undici';

	export default function connect(
		this: Dispatcher,
		options: Dispatcher.ConnectOptions,
	): Promise<Dispatcher.ConnectData>;
}
