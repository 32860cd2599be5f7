import { castOf } from './cast.ts';
import type { SimulatedJob } from './job.ts';
import { lifeOf } from './life.ts';
import { randomOf } from './random.ts';
import type { Spec } from './spec.ts';
import { type Stream, streams, submissionOf } from './streams.ts';
import { submit } from './submit.ts';

export type World = {
	/** Every job created by an instant, oldest first. The same seed, start and instant always give the same jobs. */
	readonly jobsAt: (now: number) => readonly SimulatedJob[];
};

const jobOfStream = (seed: number, start: number, stream: Stream, number: number): SimulatedJob => {
	const label = `${seed} ${stream.name} ${number}`;
	const random = randomOf(label);
	const createdAt = start + stream.from + (number + random.fraction() / 2) * stream.every;
	const spec: Spec = { ...submit(random, submissionOf(stream, label, random)), ...stream.fixed };
	return { spec, life: lifeOf(createdAt, stream.plot(random, spec), spec) };
};

const byCreation = (a: SimulatedJob, b: SimulatedJob): number =>
	a.life[0].at - b.life[0].at || (a.spec.JobId < b.spec.JobId ? -1 : 1);

/** A world whose history has thirty days at `start` (ms since the epoch) and which goes on from there for ever. */
export const makeWorld = (seed: number, start: number): World => {
	const next = new Map<Stream, number>();
	let known: SimulatedJob[] = castOf(seed, start).sort(byCreation);
	// Only a memo: each job is a function of its stream and number, so the order of asking changes nothing.
	const knowUntil = (now: number): void => {
		const found: SimulatedJob[] = [];
		for (const stream of streams) {
			let number = next.get(stream) ?? 0;
			for (; stream.from + number * stream.every < Math.min(stream.until, now - start + 1); number += 1) {
				found.push(jobOfStream(seed, start, stream, number));
			}
			next.set(stream, number);
		}
		if (found.length > 0) {
			known = [...known, ...found].sort(byCreation);
		}
	};
	return {
		jobsAt: now => {
			knowUntil(now);
			return known.filter(job => job.life[0].at <= now);
		},
	};
};
