import { describe, expect, it } from 'vitest';
import { keysOf, own, signedIn } from './profile-keys.ts';
import { cliFile, noon, toldBy } from './surroundings.ts';

describe('a profile of mode External', () => {
	const external = (process_command: string) => ({ mode: 'External', process_command });
	const printed = (fields: object) => JSON.stringify({ mode: 'StsToken', ...signedIn, ...fields });

	it('runs the words of its command, and takes what it prints', async () => {
		const { keys, ran } = await keysOf(external(`helper "two words" '$(id)' a\\ b ; rm`), {
			prints: { 'helper two words $(id) a b ; rm': printed({ expiration: '2026-11-09T13:00:00Z' }) },
		});
		expect(ran).toEqual(['helper two words $(id) a b ; rm']);
		expect(keys).toMatchObject({ AccessKeyId: 'STS.sso', expiresAt: noon + 3_600_000 });
	});

	it('runs nothing where that is forbidden', async () => {
		const env = { ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS: 'TRUE' };
		const { keys, ran } = await keysOf(external('helper'), { env, prints: { helper: printed({}) } });
		expect(keys).toMatchObject({ message: expect.stringContaining('ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS forbids') });
		expect(ran).toEqual([]);
	});

	it.each([
		['fails', external('away'), 'ended with exit code 1'],
		['is missing', { mode: 'External' }, 'has no process_command'],
		['has an open quote', external('helper "planted'), 'open quote'],
		['prints a web page', external('page'), 'did not print JSON'],
		['prints a number', external('number'), 'did not print JSON'],
		['prints no secret', external('half'), 'did not print keys'],
		['prints no token', external('untoken'), 'did not print keys'],
		['prints yet another command', external('another'), 'did not print keys'],
	])('that %s is told, without what it printed', async (_, profile, part) => {
		const told = await toldBy({
			files: cliFile([{ name: 'default', ...profile }]),
			prints: {
				page: '<html>planted</html>',
				number: '7',
				half: '{"access_key_id":"planted"}',
				untoken: printed({ sts_token: '' }),
				another: JSON.stringify({ mode: 'External', process_command: 'planted', ...own }),
			},
		});
		expect(told).toContain(part);
		expect(told).not.toContain('planted');
	});
});
