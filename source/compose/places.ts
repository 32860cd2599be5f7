import { homedir } from 'node:os';
import process from 'node:process';
import type { Arguments } from '../adapters/arguments.ts';
import { readSmallFile } from '../adapters/bounded-file.ts';
import { readCliConfig } from '../adapters/credentials/cli-config.ts';
import { sameConnection } from '../adapters/same-connection.ts';
import { type Failure, type Result, success } from '../model/failure.ts';
import type { Known, Wish } from '../model/places.ts';
import type { JobsApi, Opened, Places } from '../runtime/ports.ts';
import { type Connection, connect } from './connect.ts';
import type { Run } from './open-run.ts';

/** What the command line would have said to begin at the place that is wished for. `region` is what it did say: another profile does not undo a flag. */
const givenFor = (given: Arguments, wish: Wish, region: string | undefined): Arguments =>
	wish.kind === 'region' ? { ...given, region: wish.region } : { ...given, profile: wish.profile, region };

const profiles = async (): Promise<Result<readonly Known[], Failure>> => {
	const config = await readCliConfig({ home: process.env.HOME ?? homedir(), readFile: readSmallFile });
	return config.ok
		? success((config.value?.profiles ?? []).flatMap(({ name }) => (name === '' ? [] : [{ id: name, name }])))
		: config;
};

/** The service as the monitor asks it, at whatever place it is, and the ways to others. */
export type MovableConnection = {
	readonly api: JobsApi;
	readonly places: Places;
	readonly close: () => Promise<void>;
};

/** A connection that can be exchanged for another one while the monitor runs: every call goes to the one in use. */
export const movable = (first: Connection, given: Arguments, run: Run): MovableConnection => {
	let current = first;
	let givenNow = given;

	const open = async (wish: Wish): Promise<Result<Opened, Failure>> => {
		const wanted = givenFor(givenNow, wish, given.region);
		const answer = await connect(wanted, run, wish.kind === 'profile' ? current.region : undefined);
		if (!answer.ok) {
			return answer;
		}
		const next = answer.value;
		return success({
			place: { region: next.region, credentials: next.credentials, opensWith: sameConnection(wanted, next.region) },
			profile: wanted.profile ?? '',
			use: () => {
				const former = current;
				current = next;
				givenNow = wanted;
				void former.close();
			},
			drop: () => {
				void next.close();
			},
		});
	};

	return {
		api: {
			listJobs: (...asked) => current.api.listJobs(...asked),
			getJob: (...asked) => current.api.getJob(...asked),
			getJobEvents: (...asked) => current.api.getJobEvents(...asked),
			getPodEvents: (...asked) => current.api.getPodEvents(...asked),
			getPodLogs: (...asked) => current.api.getPodLogs(...asked),
			listWorkspaces: (...asked) => current.api.listWorkspaces(...asked),
			watchKeys: (...asked) => current.api.watchKeys(...asked),
		},
		places: { open, profiles },
		close: () => current.close(),
	};
};
