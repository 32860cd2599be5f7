import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretEndings, secretWords } from '../../source/tables/masks.ts';
import { maskSign, maskText } from '../../source/text/mask.ts';
import { isSecretName } from '../../source/text/secret-names.ts';

const readable = [
	'TOKENIZERS_PARALLELISM',
	'TOKENIZER_PATH',
	'max-tokens',
	'MAX_TOKENS',
	'KEY_PADDING_MASK',
	'key',
	'SECRETARY',
	'PASSWORDLESS_LOGIN',
	'MONKEY_PATCH',
	'OLDPWD',
	'ACCESS_MODE',
	'PublicKeyFile',
	'nextTokens',
];
const secret = [
	'TOKEN',
	'HF_TOKEN',
	'hf-token',
	'hfToken',
	'HFToken',
	'TOKEN2',
	'GITHUB_TOKEN_2',
	'WANDB_API_KEY',
	'openai.apiKey',
	'OPENAI_APIKEY',
	'api-key',
	'AWS_SECRET_ACCESS_KEY',
	'accessKeySecret',
	'MYSQL_PASSWORD',
	'passwd',
	'SSH_PRIVATE_KEY',
	'2FA_SECRET',
];

describe('a name', () => {
	test.each(readable)('%s is not secret', name => {
		expect(isSecretName(name)).toBe(false);
		expect(maskText(`--${name} value ${name}=value "${name}": "value"`)).toContain('value');
		expect(maskText(`${name}=value; --${name} value`)).toBe(`${name}=value; --${name} value`);
	});

	test.each(secret)('%s is secret, however its value is bound to it', name => {
		expect(isSecretName(name)).toBe(true);
		for (const bound of [
			`${name}=hunter2`,
			`export ${name}='hunter2' && run`,
			`--${name} hunter2`,
			`-${name} "hunter2"`,
			`--${name}=hunter2`,
			`${name}: hunter2`,
			`{"${name}": "hunter2"}`,
			`{\\"${name}\\":\\"hunter2\\"}`,
			`os.environ["${name}"] = "hunter2"`,
			`x["a"].${name} = "hunter2"`,
			`os.environ.setdefault('${name}', 'hunter2')`,
			`[{"Name": "${name}", "Value": "hunter2"}, oops`,
		]) {
			expect(maskText(bound)).not.toContain('hunter');
			expect(maskText(bound)).toContain(maskSign);
		}
	});
});

describe('a masked text', () => {
	test.each([
		['python a.py --password x --lr 1', `python a.py --password ${maskSign} --lr 1`],
		['TOKEN=x python a.py', `TOKEN=${maskSign} python a.py`],
		['docker run -e "TOKEN=x" image "a b"', `docker run -e "TOKEN=${maskSign}" image "a b"`],
		[`bash -c "TOKEN='a b' run" && "next"`, `bash -c "TOKEN='${maskSign}' run" && "next"`],
		[`sh -c "x --token='a'" "next"`, `sh -c "x --token='${maskSign}'" "next"`],
		['{"token":"a","lr":0.1}', `{"token":"${maskSign}","lr":0.1}`],
		[String.raw`{"token":"a\"b","lr":0.1}`, `{"token":"${maskSign}","lr":0.1}`],
		[String.raw`'{\"token\":\"a\",\"lr\":1}'`, String.raw`'{\"token\":\"${maskSign}\",\"lr\":1}'`],
		['TOKEN=a\'b c\'"d e"f next', `TOKEN=${maskSign} next`],
		["TOKEN='a'b next", `TOKEN=${maskSign} next`],
		["TOKEN=$'a b' next", `TOKEN=$'${maskSign}' next`],
		['TOKEN=a\\ b next', `TOKEN=${maskSign} next`],
		['echo \\" TOKEN=a"b c" next', `echo \\" TOKEN=${maskSign} next`],
		['PASSWORD="line one\nline two" next', `PASSWORD="${maskSign}" next`],
		['PASSWORD="never closed\nrest', `PASSWORD=${maskSign}`],
		["don't show TOKEN='a b' here", `don't show TOKEN='${maskSign}' here`],
		['cmd="--token a --lr 1"', `cmd="--token ${maskSign} --lr 1"`],
		['--password \\\n  x --lr 1', `--password \\\n  ${maskSign} --lr 1`],
		['a=1;TOKEN=x;b=2', `a=1;TOKEN=${maskSign};b=2`],
		['https://h/p?token=x&page=2', `https://h/p?token=${maskSign}&page=2`],
		['curl -H "Authorization: Bearer abc.def" u', `curl -H "Authorization: Bearer ${maskSign}" u`],
		['TOKEN=x,y)z', `TOKEN=${maskSign}`],
		['--token --verbose', '--token --verbose'],
		['--token', '--token'],
		['the token expired', 'the token expired'],
	])('shows where the secret was and nothing of it: %s', (text, masked) => {
		expect(maskText(text)).toBe(masked);
	});

	test.each([
		['https://user:pass@host/x', `https://${maskSign}@host/x`],
		['https://ghp_abc@github.com/a/b', `https://${maskSign}@github.com/a/b`],
		['redis://:p@ss@host:6379/0', `redis://${maskSign}@host:6379/0`],
		['https://u:p/a?s#s@host/x y', `https://${maskSign}@host/x y`],
		['git+https://github.com/x/y@v1.0', 'git+https://github.com/x/y@v1.0'],
		['https://host:8080/x@v1', 'https://host:8080/x@v1'],
		['git@github.com:a/b.git', 'git@github.com:a/b.git'],
		['oss://bucket/path', 'oss://bucket/path'],
	])('has no user info in a URL: %s', (text, masked) => {
		expect(maskText(text)).toBe(masked);
	});

	test.each(['\n', '\\n'])('has no private key, with its lines broken by %j', newline => {
		const key = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIEow', 'AAbb', '-----END RSA PRIVATE KEY-----'].join(newline);
		const masked = `-----BEGIN RSA PRIVATE KEY-----${maskSign}-----END RSA PRIVATE KEY-----`;
		expect(maskText(`echo '${key}' > id && run`)).toBe(`echo '${masked}' > id && run`);
		expect(maskText(key.slice(0, 45))).toBe(`-----BEGIN RSA PRIVATE KEY-----${maskSign}`);
		expect(maskText('-----BEGIN PUBLIC KEY-----\nMIIE')).toContain('MIIE');
	});

	test('holds no part of a secret, whatever stands before and after it', () => {
		const around = fc.string({ unit: fc.constantFrom(...' \n\t"\'`;&|,:=(){}[]$\\-.@/a1é'), maxLength: 12 });
		const form = fc.constantFrom(
			(value: string) => ` TOKEN=${value}`,
			(value: string) => ` --password ${value}`,
			(value: string) => ` "api_key": "${value}"`,
			(value: string) => ` db://u:${value}@h`,
		);
		fc.assert(
			fc.property(around, form, around, (before, bind, after) => {
				expect(maskText(`${before}${bind('hunter2')}${after}`)).not.toContain('hunter2');
			}),
			{ numRuns: 2000 },
		);
	});

	test('has one sign for values that touch', () => {
		expect(maskText("TOKEN=TOKEN=\\'")).toBe('TOKEN=••••');
	});

	test.each(secretWords)(
		'hides the value of $word, so that no word of the table is passed over by a quick look',
		({ word, notAlone }) => {
			const name = notAlone === true ? `MY_${word}` : word;
			expect(maskText(`${name}=Xy7kQ`)).toBe(`${name}=••••`);
		},
	);

	test.each(secretEndings)('hides the value of a name that ends in %s', ending => {
		expect(maskText(`MY${ending}=Xy7kQ`)).toBe(`MY${ending}=••••`);
	});

	test.each(['bEaReR', 'BASIC'])('hides what follows %s, whatever its case', scheme => {
		expect(maskText(`${scheme} c2VjcmV0OnBhc3N3b3Jk`)).toBe(`${scheme} ••••`);
	});

	test('stays the same when masked again', () => {
		const words = fc.constantFrom(
			'TOKEN',
			'--password',
			'=',
			': ',
			' ',
			'"',
			"'",
			'x',
			'https://',
			'u:p@',
			'Bearer ',
			'\\',
			'\n',
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 20 }), parts => {
				const once = maskText(parts.join(''));
				expect(maskText(once)).toBe(once);
			}),
			{ numRuns: 2000 },
		);
	});

	test('takes time in proportion to a hostile text', () => {
		const hostile = [
			'a.'.repeat(200_000),
			`token${' '.repeat(200_000)}`,
			'TOKEN="a" '.repeat(20_000),
			'a://:'.repeat(50_000),
			'-'.repeat(200_000),
			`key${'\\"'.repeat(100_000)}`,
		];
		const started = performance.now();
		for (const text of hostile) {
			maskText(`${text} key`);
		}
		expect(performance.now() - started).toBeLessThan(3000);
	});
});

test.each([
	'TOKEN = get("TOKEN", "hunter2")',
	'token = os.environ.get("HF_TOKEN", "hunter2")',
	"PASSWORD=$(read 'PASSWORD', 'hunter2')",
])('the value behind a name that stands in a hidden value is hidden too: %s', text => {
	expect(maskText(text)).not.toContain('hunter2');
});
