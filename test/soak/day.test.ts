import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { linesOf, open } from '../../bench/session.ts';
import { product } from '../support/product.ts';
import { dayMs, startComingAndGoing } from './coming-and-going.ts';
import { createProbe, type Figures, growthADay } from './figures.ts';

/** How many times faster the day goes by: more, and the machine does not keep up with the polls of a day. */
const speed = Number(process.env.SOAK_SPEED ?? '100');
const hours = Number(process.env.SOAK_HOURS ?? '24');
const until = dayMs * (hours / 24);
/** A day of polls at 10 s. Answers take their time, so that the run may have to go on for longer than its day. */
const polls = Math.floor(until / 10_000);
/** A look at the process so often (its own time, ms). */
const betweenLooks = until / 144;
/** Bounds of what is flat, MB a day: a leak of half a kilobyte a poll grows by more. */
const heapGrowth = 4;
const outsideGrowth = 12;

const hourMs = 3_600_000;

/** What the log of the run tells: the rounds of polling that ended well, and the jobs' answers that were read. */
const countsOf = (log: string): { readonly rounds: number; readonly answered: number; readonly failed: number } => {
	const count = (pattern: RegExp): number => log.match(pattern)?.length ?? 0;
	return {
		rounds: count(/"event":"polling","state":"waiting"/g),
		answered: count(/"outcome":"answered"/g),
		failed: count(/"outcome":"(?:failed|refused)"/g),
	};
};

const wordsOf = ({ hour, heapMegabytes, timers, resources, handles, ...memory }: Figures): string =>
	`${hour} h: heap ${heapMegabytes} MB, ${timers} timers of ${resources} resources, ${handles} handles, ` +
	`resident ${memory.residentMegabytes} MB, ${memory.outsideMegabytes} MB of it outside of the heap`;

const most = (all: readonly Figures[], of: (figures: Figures) => number): number => Math.max(...all.map(of));

test.each([
	{ what: 'one page', keys: 'w', enough: (counts: ReturnType<typeof countsOf>) => counts.rounds },
	// A round of all jobs is many requests, and as the service is asked 60 times a minute at most, there are fewer rounds.
	{ what: 'everything', keys: 'e', enough: (counts: ReturnType<typeof countsOf>) => counts.answered },
])(
	'heap and handles stay flat over a day of 5,000 jobs that come and go ($what)',
	async ({ what, keys, enough }) => {
		const service = await startComingAndGoing(speed);
		onTestFinished(service.close);
		const probe = createProbe();
		const log = join(mkdtempSync(join(tmpdir(), 'dlctop-soak-')), 'log');
		const counts = () => countsOf(readFileSync(log, 'utf8'));
		const session = open({
			command: product.command,
			args: [
				...product.args,
				...['--endpoint', service.url, '--region', 'cn-hangzhou', '--interval', '10', '--log-file', log],
			],
			env: {
				ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIsoak',
				ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'soak',
				ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
				DLCTOP_DEMO_SPEED: String(speed),
				NODE_OPTIONS: probe.option,
			},
		});
		onTestFinished(() => session.close('q'));
		await session.shows(/soak-\d+/);
		session.write(keys);
		const figures: Figures[] = [];
		while (service.elapsed() < until || enough(counts()) < polls) {
			const at = (figures.length + 1) * betweenLooks;
			await pause(Math.max(10, (at - service.elapsed()) / speed));
			const taken = await probe.take(session.pid, service.elapsed() / hourMs);
			figures.push(taken);
			process.stdout.write(`${what}, ${wordsOf(taken)}\n`);
		}
		const { rounds, answered, failed } = counts();
		const heap = growthADay(figures, ({ heapMegabytes }) => heapMegabytes);
		const resident = growthADay(figures, ({ residentMegabytes }) => residentMegabytes);
		const outside = growthADay(figures, ({ outsideMegabytes }) => outsideMegabytes);
		process.stdout.write(
			`${what}: ${(service.elapsed() / hourMs).toFixed(1)} h, ${rounds} rounds, ${answered} requests, ${failed} failed; ` +
				`heap ${heap.toFixed(2)} MB a day, resident ${resident.toFixed(2)} MB a day, ` +
				`outside of the heap ${outside.toFixed(2)} MB a day\n`,
		);
		expect(linesOf(session.emulator).join('\n')).toMatch(/soak-\d+/);
		expect(failed).toBe(0);
		expect(enough({ rounds, answered, failed }), 'polls of a day').toBeGreaterThanOrEqual(polls);
		expect(heap, 'MB of heap a day').toBeLessThanOrEqual(heapGrowth);
		// The engine keeps room in its heap while it is never idle, as at this speed: what grows beside the heap would be a leak.
		expect(outside, 'MB outside of the heap a day').toBeLessThanOrEqual(outsideGrowth);
		const third = Math.floor(figures.length / 3);
		for (const of of [
			({ handles }: Figures) => handles,
			({ timers }: Figures) => timers,
			({ resources }: Figures) => resources,
		]) {
			expect(most(figures.slice(-third), of)).toBeLessThanOrEqual(most(figures.slice(0, 2 * third), of) + 2);
		}
		const before = service.answers();
		await pause(2000);
		expect(service.answers(), 'it still asks').toBeGreaterThan(before);
	},
	(6 * until) / speed + 600_000,
);
