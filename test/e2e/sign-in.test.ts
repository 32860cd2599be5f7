import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runInTerminal } from '../support/monitor.ts';
import { run } from '../support/runs.ts';
import { isLive, pollState, tableRows } from '../support/screens.ts';
import { assumed, first, onlyTheCount, second, start, stsProfile } from '../support/signed-in.ts';

const everyPlant = /Planted/;

/** Every file below a folder, except those that the test wrote itself. */
const filesBelow = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile() && !entry.parentPath.endsWith('.aliyun'))
		.map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** STS, a credentials URI, and places that answer with what they should not. */
const startHandingOut = async (): Promise<string> => {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		if (pathname === '/refuses') {
			response.writeHead(403).end(JSON.stringify({ Code: 'NoPermission', Message: JSON.stringify(request.headers) }));
		} else if (pathname === '/garbage') {
			response.end(`{"AccessKeySecret":"garbagePlantedSecret"`);
		} else {
			response.end(JSON.stringify({ ...assumed, Credentials: assumed, Expiration: '2999-01-01T00:00:00Z' }));
		}
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
};

describe('keys that come to their end', () => {
	test('halt polling with the fix while the rows stay, and once the file is rewritten polling goes on by itself', async () => {
		const { service, home, writeProfiles, args } = await start();
		writeProfiles([stsProfile(first)]);
		const terminal = runInTerminal({ args, env: { HOME: home } });
		const before = await terminal.waitFor(
			lines => isLive(lines) && /\+ \d+ live older than/.test(lines[1] ?? ''),
			'the rows',
		);
		expect(before[0]).toContain('· profile default ');

		service.failNext({ status: 403, Code: 'InvalidSecurityToken.Expired', Message: `${first.SecurityToken} is over` });
		terminal.press('r');
		const halted = await terminal.waitFor(
			lines => /✗ signed out: .*aliyun configure --mode StsToken/u.test(pollState(lines)),
			'the halt',
		);
		expect(tableRows(halted)).toEqual(tableRows(before));
		expect(halted.join('\n')).toContain('InvalidSecurityToken.Expired');
		expect(halted.join('\n')).toMatch(/rows of \d\d:\d\d:\d\d/);

		const asked = service.requests();
		writeProfiles([stsProfile(second)]);
		await terminal.waitFor(isLive, 'polling that goes on');
		expect(service.requests()).toBeGreaterThan(asked);
		terminal.press('q');
		await terminal.exited;
		expect(terminal.output()).not.toMatch(everyPlant);
		expect(filesBelow(home).join('\n')).not.toMatch(everyPlant);
	});
});

describe('every source of keys', () => {
	test('works or says why not, and lets no secret out', async () => {
		const { home, writeProfiles, args } = await start();
		const handing = await startHandingOut();
		const own = { access_key_id: first.AccessKeyId, access_key_secret: first.AccessKeySecret };
		const role = { mode: 'RamRoleArn', ...own, ram_role_arn: 'acs:ram::1:role/reader' };
		writeFileSync(join(home, 'print'), `process.stdout.write(JSON.stringify(${JSON.stringify(stsProfile(second))}))`);
		writeFileSync(
			join(home, 'fail'),
			'console.log("failPlantedSecret"); console.error("failPlantedSecret"); process.exit(1)',
		);
		writeProfiles([
			stsProfile(first),
			{ name: 'role', ...role, sts_endpoint: handing },
			{ name: 'away', ...role, sts_endpoint: 'http://127.0.0.1:1' },
			{ name: 'uri', mode: 'CredentialsURI', credentials_uri: `${handing}/keys?word=uriPlantedWord` },
			{ name: 'refused', mode: 'CredentialsURI', credentials_uri: `${handing}/refuses?word=uriPlantedWord` },
			{ name: 'garbage', mode: 'CredentialsURI', credentials_uri: `${handing}/garbage?word=uriPlantedWord` },
			{ name: 'external', mode: 'External', process_command: `'${process.execPath}' '${join(home, 'print')}'` },
			{ name: 'fails', mode: 'External', process_command: `'${process.execPath}' '${join(home, 'fail')}'` },
			{ ...stsProfile(first), name: 'over', mode: 'CloudSSO', sts_expiration: 1 },
			{ ...stsProfile({ ...first, AccessKeySecret: 'wrongPlantedSecret' }), name: 'unknown' },
		]);
		const cases: readonly (readonly [profile: string, code: number, told: RegExp])[] = [
			['default', 0, onlyTheCount],
			['role', 0, onlyTheCount],
			['uri', 0, onlyTheCount],
			['external', 0, onlyTheCount],
			['away', 4, /127\.0\.0\.1:1 refused the connection/],
			['refused', 3, /credentials URI \(127\.0\.0\.1:\d+\) answered HTTP 403/],
			['garbage', 3, /did not answer with keys/],
			['fails', 3, /process_command of the profile fails in .* ended with exit code 1/],
			['over', 3, /sign-in of the profile over .* is over[\s\S]*aliyun configure --mode CloudSSO --profile over/],
			['unknown', 3, /SignatureDoesNotMatch/],
		];
		const log = join(home, 'log');
		const quiet = [...args, '--once', '-o', 'quiet', '--log-file', log];
		for (const [profile, code, told] of cases) {
			const ran = await run([...quiet, '--profile', profile], { HOME: home });
			expect({ profile, code: ran.code }).toEqual({ profile, code });
			expect(ran.stderr).toMatch(told);
			expect(`${ran.stdout}${ran.stderr}`).not.toMatch(everyPlant);
		}
		const noProfile = { HOME: home, ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'true' };
		const good = join(home, 'good.ini');
		const bad = join(home, 'bad.ini');
		const { AccessKeyId, AccessKeySecret, SecurityToken } = second;
		writeFileSync(
			good,
			`[default]\ntype=sts\naccess_key_id=${AccessKeyId}\naccess_key_secret=${AccessKeySecret}\nsecurity_token=${SecurityToken}\n`,
		);
		writeFileSync(bad, '[default]\ntype=typePlanted\naccess_key_secret=iniPlantedSecret\n');
		const wrongKeys = {
			ALIBABA_CLOUD_ACCESS_KEY_ID: first.AccessKeyId,
			ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'wrongPlantedSecret',
			ALIBABA_CLOUD_SECURITY_TOKEN: first.SecurityToken,
		};
		const pod = {
			ALIBABA_CLOUD_ROLE_ARN: 'acs:ram::1:role/pod',
			ALIBABA_CLOUD_OIDC_PROVIDER_ARN: 'acs:ram::1:oidc-provider/ack',
			ALIBABA_CLOUD_OIDC_TOKEN_FILE: join(home, 'no-such-file'),
		};
		const surroundings: readonly (readonly [env: Readonly<Record<string, string>>, code: number, told: RegExp])[] = [
			[wrongKeys, 3, /SignatureDoesNotMatch/],
			[pod, 3, /OIDC token file could not be read \(ENOENT\)/],
			[{ ALIBABA_CLOUD_CREDENTIALS_FILE: good }, 0, onlyTheCount],
			[{ ALIBABA_CLOUD_CREDENTIALS_FILE: bad }, 3, /a type that dlctop does not know/],
			[{ ALIBABA_CLOUD_CREDENTIALS_URI: `${handing}/keys?word=uriPlantedWord` }, 0, onlyTheCount],
			[
				{ ALIBABA_CLOUD_CREDENTIALS_URI: 'http://keys.example.com/uriPlantedWord' },
				3,
				/http: is for this machine only/,
			],
		];
		for (const [env, code, told] of surroundings) {
			const ran = await run(quiet, { ...noProfile, ...env });
			expect({ env, code: ran.code }).toEqual({ env, code });
			expect(ran.stderr).toMatch(told);
			expect(`${ran.stdout}${ran.stderr}`).not.toMatch(everyPlant);
		}
		const asked = readFileSync(log, 'utf8')
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line));
		expect(asked).toContainEqual(
			expect.objectContaining({
				event: 'request',
				operation: 'AssumeRole',
				host: handing.replace('http://', ''),
				path: '/',
				parameters: { RoleArn: 'acs:ram::1:role/reader', RoleSessionName: 'dlctop', DurationSeconds: '3600' },
				status: 200,
				outcome: 'answered',
			}),
		);
		expect(asked).toContainEqual(
			expect.objectContaining({
				operation: 'credentials',
				path: '/',
				parameters: {},
				status: 403,
				code: 'NoPermission',
			}),
		);
		for (const name of ['print', 'fail', 'good.ini', 'bad.ini']) {
			rmSync(join(home, name));
		}
		expect(filesBelow(home).join('\n')).not.toMatch(everyPlant);
		// Sixteen sources, each with starts of the program of its own.
	}, 90_000);
});
