import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { linesOf, open } from '../../bench/session.ts';
import { product } from '../support/product.ts';
import { dayMs, startComingAndGoing } from './coming-and-going.ts';

/** How many times faster the day goes by. */
const speed = Number(process.env.SOAK_SPEED ?? '360');
const hours = Number(process.env.SOAK_HOURS ?? '24');
const quarters = 4;
/** A leak of one item a poll would need more than this heap. */
const heapMegabytes = 96;

type Figures = { readonly hour: number; readonly residentMegabytes: number; readonly handles: number };

/** What the system says of the process: resident memory, and open files, sockets and pipes. */
const figuresOf = (pid: number, elapsed: number): Figures => ({
	hour: Math.round(elapsed / 3_600_000),
	residentMegabytes: Math.round(
		Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024,
	),
	handles: readdirSync(`/proc/${pid}/fd`).length,
});

test.each(['one page', 'everything'])(
	'memory and handles stay flat over a day of 5,000 jobs that come and go (%s)',
	async what => {
		const service = await startComingAndGoing(speed);
		onTestFinished(service.close);
		const session = open({
			command: product.command,
			args: [...product.args, '--endpoint', service.url, '--region', 'cn-hangzhou', '--interval', '10'],
			env: {
				ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAIsoak',
				ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'soak',
				ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
				DLCTOP_DEMO_SPEED: String(speed),
				NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}`,
			},
		});
		onTestFinished(() => session.close('q'));
		await session.shows(/soak-\d+/);
		session.write(what === 'everything' ? 'e' : 'w');
		const figures: Figures[] = [];
		const until = dayMs * (hours / 24);
		for (let quarter = 0; quarter <= quarters; quarter++) {
			// The first hour warms up: code is compiled, and the heap grows to its working size.
			const at = quarter === 0 ? Math.min(3_600_000, until / 8) : (until * quarter) / quarters;
			while (service.elapsed() < at) {
				await pause(Math.max(10, (at - service.elapsed()) / speed));
			}
			figures.push(figuresOf(session.pid, service.elapsed()));
		}
		const words = figures.map(
			({ hour, residentMegabytes, handles }) => `${hour} h ${residentMegabytes} MB ${handles} handles`,
		);
		process.stdout.write(`${what}: ${words.join(' · ')} · ${service.requests()} requests\n`);
		const [first] = figures;
		const last = figures.at(-1);
		const halfway = figures[quarters / 2];
		expect(linesOf(session.emulator).join('\n')).toMatch(/soak-\d+/);
		expect(last?.handles).toBeLessThanOrEqual((first?.handles ?? 0) + 4);
		expect(last?.residentMegabytes).toBeLessThanOrEqual(1.15 * (halfway?.residentMegabytes ?? 0));
		const before = service.requests();
		await pause(2000);
		expect(service.requests(), 'it still asks').toBeGreaterThan(before);
	},
	(dayMs * (hours / 24)) / speed + 120_000,
);
