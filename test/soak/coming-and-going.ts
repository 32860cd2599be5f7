import { createServer } from 'node:http';
import type { JsonObject } from '../../source/model/json.ts';
import { itemAt } from '../../source/simulator/item.ts';
import { makeWorld } from '../../source/simulator/world.ts';

/** How many jobs there are at any time; in a day each of them is replaced by another one. */
export const jobCount = 5000;
export const dayMs = 86_400_000;
const betweenJobsMs = dayMs / jobCount;
const queuesMs = 600_000;
const letters = 13;

export type ComingAndGoing = {
	readonly url: string;
	/** Its time, in ms since it began. */
	readonly elapsed: () => number;
	/** Questions for jobs that were answered; questions for a number only are left out. */
	readonly answers: () => number;
	readonly close: () => Promise<void>;
};

/** Its number within a JobId, so that a job can be asked for by its id without a memory of all that ever were. */
const idOf = (index: number): string => `dlc${index.toString(36).padStart(letters, '0')}`;
const indexOf = (id: string): number => Number.parseInt(id.slice(-letters), 36);

/** A service on loopback whose time runs so many times faster, and whose jobs come, run, end and go. It checks no signature. */
export const startComingAndGoing = async (speed: number): Promise<ComingAndGoing> => {
	const start = Date.now();
	const elapsed = (): number => (Date.now() - start) * speed;
	const templates = makeWorld(1, start)
		.jobsAt(start)
		.slice(0, 100)
		.map(job => itemAt(job, start));
	const iso = (ms: number): string => new Date(ms).toISOString();

	/** The job that came as the `index`-th, counted from before the start on. */
	const jobAt = (index: number, now: number): JsonObject => {
		const created = start + (index - jobCount) * betweenJobsMs;
		const runs = created + queuesMs;
		const ends = runs + (1 + (index % 12)) * 3_600_000;
		const status = now < runs ? 'Queuing' : now < ends ? 'Running' : index % 7 === 0 ? 'Failed' : 'Succeeded';
		return {
			...templates[index % templates.length],
			JobId: idOf(index),
			DisplayName: `soak-${index}`,
			Status: status,
			GmtCreateTime: iso(created),
			...(now < runs ? {} : { GmtRunningTime: iso(runs) }),
			...(now < ends ? {} : { GmtFinishTime: iso(ends) }),
		};
	};

	/** The jobs that a question is for, and how many there are; the newest come first. */
	const wanted = (query: URLSearchParams, newest: number): { readonly indexes: number[]; readonly total: number } => {
		const size = Number(query.get('PageSize') ?? '10');
		const ids = query.get('JobIds');
		if (ids !== null) {
			const there = ids
				.split(',')
				.map(indexOf)
				.filter(index => index <= newest && index > newest - jobCount);
			return { indexes: there.slice(0, size), total: there.length };
		}
		// Pages of one job are questions for a number only: how many live jobs are older than the window.
		if (size === 1) {
			return { indexes: [], total: 0 };
		}
		const first = (Number(query.get('PageNumber') ?? '1') - 1) * size;
		const count = Math.max(0, Math.min(size, jobCount - first));
		return { indexes: Array.from({ length: count }, (_, offset) => newest - first - offset), total: jobCount };
	};

	let answers = 0;
	const server = createServer((request, response) => {
		const query = new URL(request.url ?? '/', 'http://loopback').searchParams;
		const now = start + elapsed();
		const { indexes, total } = wanted(query, jobCount + Math.floor((now - start) / betweenJobsMs));
		answers += total === 0 ? 0 : 1;
		response.setHeader('content-type', 'application/json');
		response.setHeader('date', new Date(now).toUTCString());
		response.end(
			JSON.stringify({
				Jobs: indexes.map(index => jobAt(index, now)),
				TotalCount: total,
				RequestId: `SOAK-${answers}`,
			}),
		);
	});
	// On a machine that is busy for seconds, a request would meet a connection that was just being closed for its idleness.
	server.keepAliveTimeout = 600_000;
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		elapsed,
		answers: () => answers,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};
