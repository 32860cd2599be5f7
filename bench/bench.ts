import { availableParallelism } from 'node:os';
import process from 'node:process';
import { measureBeside } from './beside.ts';
import { measureBytes } from './bytes.ts';
import { type Row, reportLine } from './figures.ts';
import { measureGrowth } from './growth.ts';
import { measureKeys } from './keys.ts';
import { measureLogScreen } from './log-screen.ts';
import { measureLogs } from './logs.ts';
import { measurePane } from './pane.ts';
import { measurePeers } from './peers.ts';
import { measureRest } from './rest.ts';
import { measureScale } from './scale.ts';
import { measureStart } from './start.ts';

export type Bench = {
	readonly product: string;
	readonly bareInk: string;
	readonly twinSource: string;
	/** The folder of the programs to compare with. */
	readonly peers: string;
	/** The parts to run; all when empty. */
	readonly parts: readonly string[];
};

/** Runs the parts asked for, one after the other, and prints each as it is done. */
export const runBench = async ({ product, bareInk, twinSource, peers, parts }: Bench): Promise<void> => {
	const all: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
		start: () => measureStart(product, bareInk),
		bytes: () => measureBytes(product, twinSource),
		keys: async () => [
			...(await measureKeys(product, 100)),
			...(await measureKeys(product, 5000)),
			...(await measureBeside(product, peers)),
		],
		rest: () => measureRest(product, bareInk),
		logs: async () => [...measureLogs(), ...(await measureLogScreen(product))],
		pane: () => measurePane(product),
		scale: () => Promise.resolve(measureScale()),
		growth: () => measureGrowth(product),
		peers: () => measurePeers(product, peers),
	};
	// `node -e 0` is a floor of its own in each version: what is quicker to start leaves a program less room.
	process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores\n`);
	for (const [name, measure] of Object.entries(all)) {
		if (parts.length === 0 || parts.includes(name)) {
			process.stdout.write(`${name}\n`);
			for (const row of await measure()) {
				process.stdout.write(reportLine(row));
			}
		}
	}
};
