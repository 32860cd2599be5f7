import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { type Simulator, startSimulator } from '../../source/simulator/server.ts';
import { product, productWords } from './product.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** A home directory without anybody's credentials. */
const home = mkdtempSync(join(tmpdir(), 'dlctop-home-'));

/** The environment of a plain terminal, the same on every machine. */
export const plainEnvironment: Readonly<Record<string, string>> = {
	PATH: process.env.PATH ?? '',
	HOME: home,
	TERM: 'xterm-256color',
	TZ: 'UTC',
	LANG: 'C.UTF-8',
	SHELL: '/bin/sh',
	// A build machine may be an instance with a role.
	ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
};

/** The embedded service with its clock in our hands: nothing happens in its world until we say so. */
export type Service = Simulator & {
	/** Lets its time go on; all in all less than a signature is good for, 15 minutes. */
	readonly skip: (ms: number) => void;
	/** The variables that sign in to it. */
	readonly env: Readonly<Record<string, string>>;
};

export const startService = async (): Promise<Service> => {
	let now = Date.now();
	const simulator = await startSimulator({ now: () => now });
	onTestFinished(() => simulator.close());
	return {
		...simulator,
		skip: ms => {
			now += ms;
		},
		env: {
			ALIBABA_CLOUD_ACCESS_KEY_ID: simulator.accessKeyId,
			ALIBABA_CLOUD_ACCESS_KEY_SECRET: simulator.accessKeySecret,
		},
	};
};

export type Wishes = {
	readonly columns?: number;
	readonly rows?: number;
	readonly args?: readonly string[];
	/** Seconds between polls, where it is not an hour. */
	readonly interval?: number;
	readonly env?: Readonly<Record<string, string>>;
};

/** Runs dlctop in a terminal of 120 × 30, unless another size is asked for; closed when the test is over. */
export const runInTerminal = ({ columns = 120, rows = 30, args = [], env = {} }: Wishes): Terminal => {
	const terminal = openTerminal({
		command: product.command,
		args: [...product.args, ...args],
		columns,
		rows,
		env: { ...plainEnvironment, ...env },
	});
	onTestFinished(terminal.close);
	return terminal;
};

/** A line of commands for a shell in a terminal; `dlctop` is the product. */
export const runShell = (line: string, { columns = 100, rows = 30, env = {} }: Wishes = {}): Terminal => {
	const command = `dlctop() { ${productWords} "$@"; }; ${line}`;
	const terminal = openTerminal({
		command: '/bin/sh',
		args: ['-c', command],
		columns,
		rows,
		env: { ...plainEnvironment, ...env },
	});
	onTestFinished(terminal.close);
	return terminal;
};

/** The monitor on a service of its own. Unless told otherwise it polls every hour, so that nothing comes but what the test asks for. */
export const openMonitor = async (wishes: Wishes = {}): Promise<Terminal & { readonly service: Service }> => {
	const service = await startService();
	const terminal = runInTerminal({
		...wishes,
		args: [
			'--endpoint',
			service.url,
			'--region',
			service.region,
			'--interval',
			`${wishes.interval ?? 3600}`,
			...(wishes.args ?? []),
		],
		env: { ...service.env, ...wishes.env },
	});
	return { ...terminal, service };
};
