import process from 'node:process';
import { quantile, type Row } from './figures.ts';
import { delaysOf, startJobService } from './log-screen.ts';
import { open } from './session.ts';

const many = 512;

const jobOf = (pods: number) => ({
	JobId: 'dlcbench',
	DisplayName: 'bench',
	Status: 'Running',
	GmtCreateTime: new Date(Date.now() - 3_600_000).toISOString(),
	JobSpecs: [{ Type: 'Worker', PodCount: pods, Image: 'bench:latest', ResourceConfig: { GPU: '8', GPUType: 'H20' } }],
	Pods: Array.from({ length: pods }, (_, index) => ({
		PodId: `dlcbench-worker-${index}`,
		PodUid: `uid-${index}`,
		Type: 'worker',
		Status: index % 50 === 49 ? 'Failed' : 'Running',
		NodeName: `node-${index}`,
		Ip: `10.0.${index >> 8}.${index & 255}`,
		HistoryPods:
			index % 50 === 49 ? [{ PodId: `dlcbench-worker-${index}`, PodUid: `old-${index}`, Status: 'Failed' }] : [],
	})),
});

/** Sections 3 and 7: keys that move by a row, by half a screen, to the ends, and that search. */
const kinds = [
	{ what: 'j', key: 'j', before: 'g' },
	{ what: 'Ctrl-d', key: '\u0004', before: 'g' },
	{ what: 'G', key: 'G', before: 'g' },
	{ what: 'n', key: 'n', before: '' },
] as const;
const sections = ['3', '7'] as const;

const measure = async (product: string, pods: number): Promise<readonly (readonly number[])[]> => {
	const service = await startJobService(jobOf(pods), []);
	const session = open({
		command: process.execPath,
		args: [product, '--endpoint', service.url, '--region', 'cn-bench', '--interval', '3600'],
		env: { ALIBABA_CLOUD_ACCESS_KEY_ID: 'bench', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'bench' },
	});
	await session.shows(/▸ /u);
	session.write('\r');
	await session.shows(/DETAIL/u);
	session.write('z');
	await session.quiet(300);
	const found: (readonly number[])[] = [];
	for (const section of sections) {
		session.write(section);
		await session.quiet(300);
		session.write('/worker\r');
		await session.quiet(300);
		session.write('g');
		await session.quiet(300);
		for (const { key, before } of kinds) {
			found.push(await delaysOf(session, key, before));
		}
	}
	await session.close('\u0003');
	await service.close();
	return found;
};

/** What a key takes on a job with 512 pods over the same key on a job with one: the floor of frame and terminal. */
export const measurePane = async (product: string): Promise<readonly Row[]> => {
	const floor = await measure(product, 1);
	const large = await measure(product, many);
	return sections.flatMap((section, at) =>
		kinds.flatMap(({ what }, index) =>
			[0.5, 0.99].map(share => ({
				what: `${what} in section ${section} with ${many} pods over one, p${share * 100}`,
				value:
					quantile(large[at * kinds.length + index] ?? [], share) -
					quantile(floor[at * kinds.length + index] ?? [], share),
				unit: 'ms' as const,
				goal: 16,
			})),
		),
	);
};
