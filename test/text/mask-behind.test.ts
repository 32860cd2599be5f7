import { describe, expect, test } from 'vitest';
import { secretsBehind } from '../../source/tables/masks.ts';
import { readableLines } from '../../source/text/log-line.ts';
import { maskLines } from '../../source/text/log-mask.ts';
import { maskSign, maskText } from '../../source/text/mask.ts';

const hex40 = '0123456789abcdef0123456789abcdef01234567';

/** Secrets without a name of their own. */
const behindWords = [
	'wandb login hunter2',
	'pip install wandb && wandb login --relogin --host https://wandb.example "hunter2"; python a.py',
	`wandb.login(key='hunter2${hex40}')`,
	'swanlab.login(api_key="hunter2")',
	'echo "machine api.wandb.ai login user password hunter2" > ~/.netrc',
	'machine github.com\nlogin me password hunter2',
	'echo hunter2 | docker login -u me --password-stdin registry',
	"printf 'hunter2 and more' | gh auth login --with-token-stdin",
	'echo "hunter2" | sudo -S apt-get install x',
	'mc alias set store http://minio:9000 me hunter2',
	'curl -H "Cookie: session=hunter2; other=hunter2" u',
	'Set-Cookie: sid=hunter2; Path=/',
	'curl https://hooks.slack.com/services/T000/B000/hunter2',
	'curl https://open.feishu.cn/open-apis/bot/v2/hook/hunter2',
	'curl https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=hunter2',
	'https://a.blob.core.windows.net/c/o?sv=1&sig=hunter2%3D&se=2',
];

/** Values that a shell, YAML, Python or XML binds to a secret name in another way. */
const otherWays = [
	'HF_TOKEN=$(echo hunter2) python a.py',
	'HF_TOKEN=$(cat <<EOF\nhunter2\nEOF\n)',
	'HF_TOKEN=x$(echo $(echo hunter2) hunter2)y',
	'- name: HF_TOKEN\n  value: hunter2',
	'- name: "HF_TOKEN"\n  value: "hunter2"',
	'- {name: HF_TOKEN, value: hunter2}',
	'token: str = "hunter2"',
	'token: Optional[str] = "hunter2"',
	'def f(password: str | None = "hunter2"):',
	'TOKEN = os.environ.get("X") or "hunter2"',
	'tokens = ["hf_a", "hunter2"]',
	'passwords: {a: hunter2, b: hunter2}',
	'"secrets": {"a": ["hunter2"]}, oops',
	'ENV HF_TOKEN hunter2',
	'setenv HF_TOKEN hunter2',
	'aws configure set aws_secret_access_key hunter2',
	'git config --global user.password hunter2',
	'conda config --set token hunter2',
	'npm config set //registry/:_authToken hunter2',
	'<password>hunter2</password>',
	'<property><name>fs.oss.accessKeySecret</name>\n<value>hunter2</value></property>',
	'<add key="ApiToken" value="hunter2"/>',
	'https://h/login?next=%2Fp%3Ftoken%3Dhunter2',
	'AccountName=a;AccountKey=hunter2;EndpointSuffix=x',
	'Server=h;Uid=me;Pwd=hunter2;',
	'run --pwd hunter2',
	'curl --oauth2-bearer hunter2 u',
	'curl -ume:hunter2 u',
	'curl -u"me:hunter2" u',
	'unzip -P hunter2 a.zip',
	'7z x -phunter2 a.7z',
	'openssl req -passout pass:hunter2',
	'openssl enc -d -k hunter2',
	'lftp -u me,hunter2 host',
	'swanlab login -k hunter2',
	'AKSECRET=hunter2',
	'dbpass=hunter2',
	'WANDB_KEY=hunter2',
	'openai_key: hunter2',
];

describe('a secret', () => {
	test.each([...behindWords, ...otherWays])('is hidden in %j, as a text and as lines of a log', text => {
		expect(maskText(text)).not.toContain('hunter2');
		expect(maskText(text)).toContain(maskSign);
		expect(maskText(maskText(text))).toBe(maskText(text));
		const lines = text.split('\n').flatMap(line => readableLines(`2026-11-08 10:00:00 ${line}`));
		expect(maskLines(lines).lines.join('\n')).not.toContain('hunter2');
	});

	test.each(secretsBehind)('has an example here where it stands behind $before', ({ hint, before }) => {
		const shape = new RegExp(before);
		expect(behindWords.filter(text => shape.test(text) && new RegExp(hint).test(text))).not.toEqual([]);
	});

	test('is hidden where it stands in a list or a mapping over several lines of a log, and what follows is not', () => {
		for (const [open, close] of [
			['"secrets": {', '},'],
			['passwords = [', ']'],
		]) {
			const lines = [`  ${open}`, '    "a": "hunter2",', '    "hunter2"', `  ${close}`, '  "lr": 0.1'];
			const masked = maskLines(lines).lines;
			expect(masked.join('\n')).not.toContain('hunter2');
			expect([masked.at(0), masked.at(-1)]).toEqual([`  ${open}`, '  "lr": 0.1']);
		}
		const ids = ['"tokens": [', '  101,', '  102', ']'];
		expect(maskLines(ids).lines).toEqual(ids);
	});

	test('is hidden where it is a private key of PGP over several lines of a log', () => {
		const lines = ['-----BEGIN PGP PRIVATE KEY BLOCK-----', 'Version: hunter2', '', 'hunter2', '=ab12'];
		const masked = maskLines([...lines, '-----END PGP PRIVATE KEY BLOCK-----', 'done']).lines;
		expect(masked.join('\n')).not.toContain('hunter2');
		expect(masked.at(-1)).toBe('done');
	});

	test.each([
		['HF_TOKEN=$(echo a b) python a.py', `HF_TOKEN=${maskSign} python a.py`],
		['HF_TOKEN="$(echo a b)" python a.py', `HF_TOKEN="${maskSign}" python a.py`],
		['f(token=["a", "b"], lr=1)', `f(token=${maskSign} lr=1)`],
		['wandb login "abc" && python a.py', `wandb login "${maskSign}" && python a.py`],
		['<a><token>x</token></a>', `<a><token>${maskSign}</token></a>`],
		['{name: TOKEN, value: a}', `{name: TOKEN, value: ${maskSign}`],
		['echo a | docker login --password-stdin r', `echo ${maskSign} | docker login --password-stdin r`],
	])('leaves what stands around it: %s', (text, masked) => {
		expect(maskText(text)).toBe(masked);
	});
});

describe('a text', () => {
	test.each([
		'PWD=/root/code OLDPWD=/root',
		'cd $(pwd) && docker run -v $PWD:$PWD -w /x image',
		'docker run -p 8080:80 -u 1000:1000 image@sha256:0123456789abcdef',
		'ssh -p 22 host && redis-cli -p 6379 ping && mkdir -p /mnt/x',
		'python -u train.py --use_auth_token=True --token None',
		'def f(token: str, n: int = 3) -> None:',
		'def f(secret: Optional[str] = None):',
		'tokens=[1, 2, 3] tokens: [4, 5]',
		'throughput 12,033 tokens per second, tokens/s: 12034.5, 1.2B tokens',
		'forward pass: 3 ms, backward pass: 4 ms, pass rate: 0.91',
		'step 3 | tokens 4096 | loss 0.1',
		'wandb: Run data is saved locally; wandb sync ./run',
		'wandb login',
		'wandb login --relogin',
		'usage: x --verbose <token> y',
		'<|im_start|>user <s>[INST]',
		'- name: NCCL_DEBUG\n  value: INFO',
		'{"key": "lr", "value": "0.1"}',
		'sort_key=a cache_key=b primary_key=id partition_key=dt storage_key=c',
		'git config --global user.name me && ENV LANG C.UTF-8',
		'echo a | python - && echo b | sudo tee /etc/x',
		'unzip -o a.zip && 7z x a.7z && openssl version && zip -r a.zip b',
		'sig=9 killed by signal 9 (SIGKILL)',
		'cookiecutter gh:a/b; the cookie jar is empty',
		'import secrets; secrets.token_hex(8); from getpass import getpass',
		'git push -u origin main',
		'risk=0.1 mask=1 task=x disk=3 compass=1 bypass=2',
		'KeyError: access_token',
		'<value>3</value> <name>a</name>',
		'login(key) of the first step',
	])('without a secret stays readable: %j', text => {
		expect(maskText(text)).toBe(text);
		expect(maskLines(text.split('\n')).lines.join('\n')).toBe(text);
	});

	test('of many beginnings is gone through in proportion to its length', () => {
		const begun = performance.now();
		for (const text of [
			'TOKEN=[',
			'TOKEN=$(',
			'wandb login -a ',
			'login(',
			'<token>',
			'echo a ',
			'login a ',
			'mc alias set ',
		]) {
			maskText(`${text.repeat(20_000)} sudo --password-stdin`);
		}
		expect(performance.now() - begun).toBeLessThan(3000);
	});
});
