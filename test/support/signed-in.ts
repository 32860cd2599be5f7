import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startSimulator } from '../../source/simulator/server.ts';

const planted = (name: string) => ({
	AccessKeyId: `STS.${name}PlantedId`,
	AccessKeySecret: `${name}PlantedSecret`,
	SecurityToken: `${name}PlantedToken/+=`,
});

type Keys = ReturnType<typeof planted>;
export const [first, second, assumed] = [planted('first'), planted('second'), planted('assumed')] as const;
/** What a good run says of the rest of the list. */
export const onlyTheCount = /^dlctop: These are .*\n$/;

/** The service that takes the planted keys, and a home directory to sign in from. */
export const start = async () => {
	const service = await startSimulator({ now: Date.now, credentials: [first, second, assumed] });
	onTestFinished(service.close);
	const home = mkdtempSync(join(tmpdir(), 'dlctop-home-'));
	onTestFinished(() => rmSync(home, { recursive: true }));
	mkdirSync(join(home, '.aliyun'));
	const file = join(home, '.aliyun', 'config.json');
	const writeProfiles = (profiles: readonly object[]): void => {
		writeFileSync(`${file}.new`, JSON.stringify({ current: 'default', profiles }));
		renameSync(`${file}.new`, file);
	};
	return {
		service,
		home,
		writeProfiles,
		args: ['--endpoint', service.url, '--region', service.region, '--interval', '3600'],
	};
};

/** A profile of the CLI with these keys. */
export const stsProfile = (keys: Keys) => ({
	name: 'default',
	mode: 'StsToken',
	access_key_id: keys.AccessKeyId,
	access_key_secret: keys.AccessKeySecret,
	sts_token: keys.SecurityToken,
});
