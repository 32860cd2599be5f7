import process from 'node:process';
import { fixedKeys } from '../../source/adapters/credentials/key-source.ts';
import { createJobsApi } from '../../source/adapters/jobs-api.ts';
import { randomNonce } from '../../source/adapters/nonce.ts';
import type { State } from '../../source/model/state.ts';
import type { Program } from '../../source/runtime/program.ts';
import { startSimulator } from '../../source/simulator/server.ts';
import { show } from './ink.tsx';
import { aState } from './jobs.ts';
import { settled } from './settled.ts';

/** The moment of all screens; the world of the embedded service is the same at each run. */
const at = Date.parse('2026-11-26T14:03:27Z');

/** Resolves when the state satisfies. */
const until = (program: Program, satisfies: (state: State) => boolean): Promise<void> =>
	new Promise(resolve => {
		const look = (): void => {
			if (satisfies(program.getState())) {
				stop();
				resolve();
			}
		};
		const stop = program.subscribe(look);
		look();
	});

const isQuiet = ({ poll, detail, logs }: State): boolean =>
	poll.kind === 'waiting' && detail?.request === undefined && logs?.request === undefined;

/** Runs in Greenwich, so that the clock times are the same for everyone. */
const inGreenwich = async <Value>(run: () => Promise<Value>): Promise<Value> => {
	const zone = process.env.TZ;
	process.env.TZ = 'UTC';
	try {
		return await run();
	} finally {
		if (zone === undefined) {
			delete process.env.TZ;
		} else {
			process.env.TZ = zone;
		}
	}
};

type Step = {
	/** The marker of the screen in the README. */
	readonly name: string;
	readonly rows: number;
	/** Pressed since the screen before. */
	readonly keys: readonly string[];
};

const columns = 120;

const steps: readonly Step[] = [
	{ name: 'screen-triage', rows: 18, keys: ['e', 'T', 'g'] },
	{ name: 'screen-logs', rows: 18, keys: ['l'] },
	{ name: 'screen-detail', rows: 36, keys: ['q', '\r'] },
];

/** What the demo shows after one key and the other, as the program draws it. */
const walk = async (): Promise<ReadonlyMap<string, string>> => {
	const simulator = await startSimulator({ now: () => at });
	const { origin, host } = new URL(simulator.url);
	const { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret } = simulator;
	const api = createJobsApi({
		endpoint: { origin, host },
		neighbour: undefined,
		credentials: fixedKeys({ AccessKeyId, AccessKeySecret }),
		proxy: undefined,
		clock: { now: () => at, setTimeout: () => () => {} },
		nonce: randomNonce,
		version: '0',
	});
	const state = { ...aState({ demo: true, region: simulator.region }), size: { columns, rows: steps[0]?.rows ?? 18 } };
	const { program, write, resize, lines } = show(state, { at, api });
	const screens = new Map<string, string>();
	program.send({ type: 'started' });
	await until(program, isQuiet);
	for (const { name, rows, keys } of steps) {
		await resize({ columns, rows });
		for (const key of keys) {
			await write(key);
			await until(program, isQuiet);
		}
		await settled();
		screens.set(name, ['```', ...lines(), '```'].join('\n'));
	}
	program.stop();
	await api.close();
	await simulator.close();
	return screens;
};

let walked: Promise<ReadonlyMap<string, string>> | undefined;

/** Screens of the README by their markers, all of one walk through the demo. */
export const screens: Readonly<Record<string, () => Promise<string>>> = Object.fromEntries(
	steps.map(({ name }) => [
		name,
		async () => {
			walked ??= inGreenwich(walk);
			return (await walked).get(name) ?? '';
		},
	]),
);
