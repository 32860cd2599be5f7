import { createServer, type Server } from 'node:http';
import type { JsonObject } from '../source/model/json.ts';
import { itemAt } from '../source/simulator/item.ts';
import { makeWorld } from '../source/simulator/world.ts';
import { statusOf } from '../source/tables/statuses.ts';

/** A service on loopback whose jobs change only when told. It checks no signature and knows no filter. */
export type BenchService = {
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string>>;
	/** The jobs in the order of the list. */
	readonly ids: readonly string[];
	/** How many pages of the list it has sent. */
	readonly pages: () => number;
	/** From now on three rows in sight differ from one page of the list to the next. */
	readonly changeRows: (change: Change) => void;
	readonly close: () => Promise<void>;
};

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const betweenJobsMs = 420_000;
const rowsInSight = 34;

/**
 * Jobs from the youngest on, all old enough that their ages do not change in a minute. However many there are, those that have not ended are
 * among the first two thousand or so: each of them is asked for with each poll.
 */
const oldJobs = (count: number): readonly JsonObject[] => {
	const now = Date.now();
	const items = makeWorld(1, now)
		.jobsAt(now)
		.filter(({ life }) => life[0].at < now - 2 * dayMs)
		.map(job => itemAt(job, now));
	const ended = items.filter(({ Status }) => !statusOf(String(Status)).live);
	return Array.from({ length: count }, (_, index) => ({
		...(items[index] ?? ended[index % ended.length]),
		GmtCreateTime: new Date(now - 2 * dayMs - index * betweenJobsMs).toISOString(),
		JobId: `dlc${(1_000_000_007 * (index + 1)).toString(36).padStart(13, '0')}`,
	}));
};

const listen = (server: Server): Promise<number> =>
	new Promise(resolve => {
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address !== null ? address.port : 0);
		});
	});

/** What of three rows differs from one page to the next: nothing, two digits of their age, or their status. */
export type Change = 'nothing' | 'ages' | 'statuses';

const changedJob = (job: JsonObject, change: Change): JsonObject => {
	switch (change) {
		case 'nothing':
			return job;
		case 'ages':
			return {
				...job,
				GmtCreateTime: new Date(Date.parse(String(job.GmtCreateTime)) - 3 * hourMs).toISOString(),
			};
		case 'statuses':
			return { ...job, Status: job.Status === 'Running' ? 'Queuing' : 'Running' };
	}
};

/** Other rows each round, all of them in sight. */
const changed = (jobs: readonly JsonObject[], round: number, change: Change): readonly JsonObject[] => {
	const next = [...jobs];
	for (const part of [0, 11, 22]) {
		const at = (round * 5 + part) % Math.min(rowsInSight, next.length);
		const job = next[at];
		if (job !== undefined) {
			next[at] = changedJob(job, change);
		}
	}
	return next;
};

/** So many jobs, each answer `delayMs` after it is asked for. */
export const startService = async (count: number, delayMs = 0): Promise<BenchService> => {
	let jobs = oldJobs(count);
	const places = new Map(jobs.map((job, place) => [job.JobId, place]));
	let pages = 0;
	let change: Change = 'nothing';
	const server = createServer((request, response) => {
		const query = new URL(request.url ?? '/', 'http://loopback').searchParams;
		const size = Number(query.get('PageSize') ?? '10');
		const first = (Number(query.get('PageNumber') ?? '1') - 1) * size;
		// Pages of one job are questions for a number only: how many live jobs are older than the window. There are none.
		const isList = size > 1;
		if (isList) {
			pages++;
			jobs = changed(jobs, pages, change);
		}
		const ids = query.get('JobIds')?.split(',');
		const found = ids === undefined ? jobs : ids.flatMap(id => jobs[places.get(id) ?? jobs.length] ?? []);
		response.setHeader('content-type', 'application/json');
		const body = JSON.stringify({
			Jobs: isList ? found.slice(first, first + size) : [],
			TotalCount: isList ? found.length : 0,
			RequestId: `BENCH-${pages}`,
		});
		if (delayMs === 0) {
			response.end(body);
		} else {
			setTimeout(() => response.end(body), delayMs);
		}
	});
	const port = await listen(server);
	return {
		args: ['--endpoint', `http://127.0.0.1:${port}`, '--region', 'cn-hangzhou'],
		env: { ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIbench', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'bench' },
		ids: jobs.map(job => String(job.JobId)),
		pages: () => pages,
		changeRows: next => {
			change = next;
		},
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};
