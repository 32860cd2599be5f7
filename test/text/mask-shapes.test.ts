import { describe, expect, test } from 'vitest';
import { maskLines } from '../../source/text/log-mask.ts';
import { maskSign, maskText } from '../../source/text/mask.ts';

const secret = 'hunter2';
const key30 = 'aB3dE6gH9jK2mN5pQ8sT1vW4xY7zA0';
const key40 = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

describe('a secret', () => {
	test.each([
		'DB_PASS=hunter2 run',
		'export dbPass="hunter2"',
		'MYSQL_PWD=hunter2 mysqldump all',
		'Server=h;Uid=me;SQL_PWD=hunter2;',
		'PGPASSWORD=hunter2 psql',
		'TOKENS=hunter2,other',
		'HF_TOKENS: hunter2',
		'credentials=hunter2',
		'--credentials hunter2',
		'AWS_CREDENTIALS="hunter2"',
		'SSH_PASSPHRASE=hunter2',
		'OSS_SK=hunter2',
		'"auth": "hunter2"',
		'curl -u me:hunter2 https://h/x',
		'curl -u "me:hunter2" https://h/x',
		"curl --user 'me:hunter 2 hunter2' https://h/x",
		'curl --user=me:hunter2 u',
		'curl \\\n  -u \\\n  me:hunter2 \\\n u',
		'wget --proxy-user me:hunter2 u',
		'["curl", "-u", "me:hunter2"]',
		'mysql -uroot -phunter2 db',
		"mysql -uroot -p'hunter2' db",
		'/usr/bin/mysqldump \\\n  -h host \\\n  -phunter2 db',
		'sh -c "mysql -phunter2 -e \'select 1\'"',
		'sshpass -p hunter2 ssh h',
		'redis-cli -h h -a hunter2 ping',
		'docker login -u me -p hunter2 registry',
		'https://b.oss-cn-x.aliyuncs.com/o?Expires=17&OSSAccessKeyId=hunter2&Signature=hunter2%3D',
		'https://b/o?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-signature=hunter2&x-oss-credential=hunter2',
		'https://s3/o?X-Amz-Algorithm=A&X-Amz-Signature=hunter2',
		'Authorization: Bearer hunter2',
		"-H 'Authorization: Basic hunter2'",
		'sending header Bearer hunter2hunter2',
		'--password \\\nhunter2 --lr 1',
		'--password \\\r\n\thunter2 --lr 1',
		'--password\\\nhunter2',
		'{"cmd": "run --password \\\\\\n  hunter2 --lr 1"}',
		'args:\n  - --password\n  - hunter2\n  - --lr',
		'args:\n  - "--password"\n  - "hunter2"',
		'["--password",\n  "hunter2"]',
		'"password":\n  "hunter2"',
		'password: |\n  hunter2\n  hunter2\nnext: 1',
		'  token: >-\n    hunter2\n  next: 1',
		'{"value": "hunter2", "name": "HF_TOKEN"}',
		'{\\"value\\": \\"hunter2\\", \\"name\\": \\"HF_TOKEN\\"}',
		"[{'name': 'X', 'value': '{\"db\": {\"password\": \"hunter2\"}}'}]",
	])('is hidden in %j', text => {
		expect(maskText(text)).not.toContain(secret);
		expect(maskText(text)).toContain(maskSign);
		expect(maskText(maskText(text))).toBe(maskText(text));
	});

	test.each([
		['hf_AbCdEfGhIjKlMnOpQrStUvWxYz01234567', 'a token of Hugging Face'],
		['sk-0123456789abcdef0123456789abcdef', 'a key of a model service'],
		['sk-proj-Ab_Cd-0123456789abcdef', 'a project key'],
		['ghp_0123456789abcdefABCDEF0123456789abcd', 'a token of GitHub'],
		['github_pat_11ABCDEFG0123456789_abcdef', 'a fine-grained token of GitHub'],
		['glpat-AbCdEfGh0123456789_-', 'a token of GitLab'],
		['LTAI5tAbCdEfGh0123456789', 'the id of an access key'],
		['AKIAIOSFODNN7EXAMPLE', 'the id of a key of AWS'],
		['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r', 'a JWT'],
	])('is known by its shape, whatever stands around it: %s, %s', token => {
		for (const text of [
			token,
			`"${token}"`,
			`x=${token}&y`,
			`[${token}]`,
			`login(${token})`,
			`the token is ${token}.`,
		]) {
			expect(maskText(text)).not.toContain(token.slice(4, 14));
		}
		expect(maskText(`step 1 ${token} step 2`)).toBe(`step 1 ${maskSign} step 2`);
	});

	test.each([
		[`ossutil config -i LTAI5tAbCdEfGh0123456789 -k ${key30}`, key30],
		[`id LTAI5tAbCdEfGh0123456789, ${key30}`, key30],
		[`AKIAIOSFODNN7EXAMPLE:${key40}`, key40],
		[`-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${key40}\n-----END PGP PRIVATE KEY BLOCK-----`, key40],
	])('of an access key is hidden near its id: %s', (text, hidden) => {
		expect(maskText(text)).not.toContain(hidden);
	});
});

describe('a text without a secret', () => {
	test.each([
		'TOKENIZERS_PARALLELISM=false TOKENIZER_PATH=/mnt/tokenizer',
		'python train.py --max-tokens 4096 --max_new_tokens=12 max_tokens=512 num_tokens=7 total_tokens: 131072',
		'--pad-token-id 0 --eos-token </s> pad_token_id: 151643, image_token=<img>, time_per_token=12ms',
		'tokens: 512, tokens=131072, tokens=1.5B, tokens per second: 4100 tokens/s',
		'KEY_PADDING_MASK=true key_padding_mask=x',
		'PWD=/workspace OLDPWD=/root MYSQL_PWD=/run/secret-less',
		'tar -p -xf a.tar; mkdir -p /a/b; python -u train.py; sort -u a',
		'docker run -u 1000:1000 --user 0:0 image; cp -p a b; ps -p 12; ssh -p 22 host',
		'x-oss-signature-version=OSS4-HMAC-SHA256 --signature-version 4 signature_method=HMAC',
		'forward pass: 12 ms, forward_pass=12 backward_pass: 3, pass: 1, pass_rate=0.9, bypass=1',
		'GOOGLE_APPLICATION_CREDENTIALS=/mnt/key.json credentials: none, credentials_file=/a',
		'basic authentication, bearer of news, auth: basic, author=me, authors: a',
		'hf_hub_download hf_transfer sk-learn task-12345678901234567890 import hf_transformers_models',
		'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
		'%wheel ALL=(ALL) NOPASSWD: ALL',
		'world_info=eyJsb2NhbGhvc3QiOiBbMCwgMV19',
		'mysql -P 3306 -h host -e "select 1"',
		'signature: (x: Tensor) -> Tensor; risk=1 disk=2 task=3',
	])('stays as it is: %s', text => {
		expect(maskText(text)).toBe(text);
		expect(maskLines([text]).lines).toEqual([text]);
	});
});

describe('a secret over the borders of lines in a log', () => {
	const at = '2026-11-09 12:00:00  ';
	const over = (lines: readonly string[]): readonly string[] => {
		const whole = maskLines(lines).lines;
		const [first = '', ...rest] = lines;
		const { lines: head, state } = maskLines([first]);
		expect([...head, ...maskLines(rest, state).lines], 'as two answers').toEqual(whole);
		return whole;
	};

	test.each([
		['behind a backslash', ['+ run --password \\', '    hunter2 \\', '    --lr 1']],
		['within a value', ['export TOKEN=hun\\', 'hunter2', 'next']],
		['in quotes', ['PASSWORD="one', 'hunter2', 'three hunter2" next', 'next']],
		['in a block of YAML', ['password: |', '  hunter2', '', '  hunter2', 'next: 1']],
		['in a block, with a rank before each line', ['[0]:   password: >', '[0]:     hunter2', '[0]:   next: 1']],
		['in a list of YAML', ['- --password', '- hunter2', '- --lr']],
		['in a list of JSON', ['  "--token",', '  "hunter2",', '  "--lr"']],
		['in a pair of JSON', ['  {"name": "HF_TOKEN",', '   "value": "hunter2"},', '  {"name": "LR"}']],
		['behind a name of JSON', ['  "password":', '    "hunter2",', '  "lr": 1']],
	])('is hidden %s, and the line behind it is not', (_, lines) => {
		for (const stamped of [lines, lines.map(line => at + line)]) {
			const masked = over(stamped);
			expect(masked.join('\n')).not.toContain(secret);
			expect(masked.at(-1)).toBe(stamped.at(-1));
		}
	});

	test('hides the secret of an access key below its id', () => {
		expect(over(['LTAI5tAbCdEfGh0123456789', key30, key30])).toEqual([maskSign, maskSign, key30]);
	});

	test('hides no flag behind a flag without a value, and not all behind a quote that is never closed', () => {
		expect(over(['run --password \\', '  --lr 1'])).toEqual(['run --password \\', '  --lr 1']);
		const words = Array.from({ length: 100 }, (_, step) => `step ${step}`);
		expect(over(['token: "never closed', ...words]).at(-1)).toBe('step 99');
	});
});
