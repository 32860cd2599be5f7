import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stsOrigin } from '../source/adapters/credentials/sts.ts';
import { regionalHost, workspaceHost } from '../source/tables/regions.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const security = read('SECURITY.md');

/** The source without the embedded service, and without what is said about it. */
const source = readdirSync(new URL('../source', import.meta.url), { recursive: true, withFileTypes: true })
	.filter(entry => entry.isFile() && !entry.parentPath.includes('simulator'))
	.map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
	.join('\n')
	.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const domain = /\b[a-z0-9-]+(?:\.[a-z0-9-]+|\.REGION)*\.(?:aliyuncs|aliyun|alibabacloud)\.com\b|\b100(?:\.\d+){3}\b/g;
const hostsIn = (text: string): readonly string[] => [...new Set(text.match(domain) ?? [])].toSorted();

/** Never contacted: its pages are opened by a browser, where the user asks for it. */
const linked = ['pai.console.aliyun.com'];

/** A region that no address is written down for. */
const region = 'xx-nowhere-1';

test('SECURITY.md names each host that dlctop may contact, and no other', () => {
	const stsOf = (id: string, env = {}): string => {
		const origin = stsOrigin({ endpoint: '', region: id, env });
		return origin.ok ? new URL(origin.value).host : '';
	};
	const regional = [
		regionalHost(region, false),
		regionalHost(region, true),
		workspaceHost(region, false),
		workspaceHost(region, true),
		stsOf(region),
		stsOf(region, { ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED: 'true' }),
	].map(host => host.replace(region, 'REGION'));
	// Written out they are examples of what to type.
	const written = hostsIn(source.replaceAll('cn-hangzhou', 'REGION')).filter(host => !linked.includes(host));
	const table = security.slice(security.indexOf('## Whom it contacts'), security.indexOf('## What it keeps'));
	expect(hostsIn(table)).toEqual([...new Set([...regional, ...written, stsOf('')])].toSorted());
});

test('each place where an address of a service is put together is one of these', () => {
	const built = [...source.matchAll(/^.*\$\{\w+\}\.aliyuncs\.com.*$/gm)].map(([line]) => line.trim());
	expect(built).toHaveLength(3);
});

test('SECURITY.md names each operation that dlctop calls, all of which read', () => {
	const called = [...source.matchAll(/(?:\baction: |\bAction: |'x-acs-action': )'(\w+)'/g)].map(
		([, name]) => name ?? '',
	);
	const [promise = ''] = security.split('\n').filter(line => line.startsWith('- **It reads.**'));
	expect([...new Set(called)].toSorted()).toEqual(
		[...promise.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '').toSorted(),
	);
	expect(called.filter(name => !/^(?:List|Get|AssumeRole)/.test(name))).toEqual([]);
});
