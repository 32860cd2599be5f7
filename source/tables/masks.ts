/**
 * What is secret, all of it: by the name of a value, by where it stands in an answer, by the flag of a command before it, and by
 * its own shape. `text/` and `model/mask-json.ts` read these tables and know no other rule.
 */

/** What keeps a value with a secret name readable after all: a count, or a path. */
export type Unless = 'number' | 'path';

/** Whole parts of a name that make its value a secret: `TOKEN` those of `HF_TOKEN`, `--hf-token` and `hfToken`. */
export type SecretWord = {
	readonly word: string;
	/** The word counts only where no other part follows: `DB_PASS` is a secret, `PASS_RATE` is none. */
	readonly last?: true;
	/** The word counts only behind another part: `MYSQL_PWD`. */
	readonly notAlone?: true;
	/** Parts that make it something else: `PAD_TOKEN` before it, `TOKEN_COUNT` behind it. */
	readonly notAfter?: readonly string[];
	readonly notBefore?: readonly string[];
	readonly unless?: Unless;
	/** The word is one of everyday texts: alone and without quotes, a colon does not bind a value to it. */
	readonly prose?: true;
};

/** Words that say which token of a vocabulary is meant. */
const vocabulary =
	'PAD EOS BOS UNK SEP CLS MASK IMAGE VIDEO AUDIO SPEECH SPECIAL PER START END STOP PREV PREVIOUS NEXT FIRST LAST'.split(
		' ',
	);
/** Words that count tokens. */
const counting =
	'MAX MIN NUM N NB NEW TOTAL COUNT AVG MEAN INPUT OUTPUT PROMPT COMPLETION GENERATED ADDITIONAL EXTRA ADDED BATCH BATCHED SEQ TRAIN TRAINED TRAINING EVAL SEEN CONSUMED CACHED PROCESSED CONTEXT VALID DRAFT VISUAL TEXT'.split(
		' ',
	);

/** Whose keys are secrets: what is called a key alone is more often one of a table, a cache or an order. */
const keyOwners =
	'OPENAI ANTHROPIC DASHSCOPE DEEPSEEK GEMINI MOONSHOT ZHIPU WANDB SWANLAB COMET NEPTUNE OSS AWS AZURE ACCOUNT ENCRYPTION SIGNING MASTER LICENSE'.split(
		' ',
	);

export const secretWords: readonly SecretWord[] = [
	{
		word: 'TOKEN',
		notAfter: vocabulary,
		notBefore:
			'ID IDS TYPE TYPES COUNT COUNTS LEN LENGTH LENGTHS NUM EMBEDDING EMBEDDINGS IDX INDEX LIMIT BUDGET SIZE RATE LOSS ACC ACCURACY LEVEL STDIN'.split(
				' ',
			),
	},
	{ word: 'TOKENS', last: true, notAfter: [...vocabulary, ...counting], unless: 'number', prose: true },
	{ word: 'SECRET' },
	{ word: 'SECRETS' },
	{ word: 'PASSWORD', notBefore: ['STDIN'] },
	{ word: 'PASSWORDS' },
	{ word: 'PASSWD' },
	{ word: 'PASSPHRASE' },
	{ word: 'PASSCODE' },
	{
		word: 'PASS',
		last: true,
		prose: true,
		notAfter: 'FORWARD BACKWARD FIRST SECOND SINGLE ONE TWO MULTI NUM N PER ALL LOW HIGH BAND TEST TESTS PRE BY'.split(
			' ',
		),
	},
	{ word: 'PWD', last: true, notAfter: ['OLD'], unless: 'path', prose: true },
	{ word: 'API_KEY' },
	{ word: 'APIKEY' },
	{ word: 'ACCESS_KEY' },
	{ word: 'ACCESSKEY' },
	{ word: 'PRIVATE_KEY' },
	{ word: 'PRIVATEKEY' },
	{ word: 'SECRETKEY' },
	{ word: 'SK', last: true, prose: true },
	{ word: 'AUTHORIZATION' },
	{ word: 'AUTH', last: true, prose: true },
	{ word: 'CREDENTIAL', last: true, prose: true },
	{ word: 'CREDENTIALS', last: true, prose: true, notAfter: ['APPLICATION'] },
	{ word: 'SIGNATURE', last: true, prose: true },
	{ word: 'COOKIE', last: true, prose: true },
	{ word: 'BEARER', last: true, notAlone: true },
	...keyOwners.map(owner => ({ word: `${owner}_KEY`, last: true }) as const),
];

/** Ends of one part that nothing sets off: `PGPASSWORD`. */
export const secretEndings: readonly string[] =
	'PASSWORD PASSWD APIKEY SECRETKEY ACCESSKEY SECRET HFTOKEN AUTHTOKEN ACCESSTOKEN SSHPASS DBPASS USERPASS ROOTPASS DBPWD USERPWD ROOTPWD MYSQLPWD'.split(
		' ',
	);
/** Parts that end so and say the opposite. */
export const noSecretParts: readonly string[] = ['NOPASSWORD', 'NOPASSWD', 'NOSECRET'];

/**
 * What is secret in an answer by where it stands. By its name a value is secret everywhere, so `ImageConfig.Password`,
 * `AssumeUserInfo.SecurityToken` and the environments need no entry here.
 */
export const secretFields: readonly string[] = ['Auth', 'AssumeUserInfo'];

/** Pairs that carry a name and its value in two fields: `Env[]` has Name and Value, `CustomEnvs[]` of GetJob Key and Value; with the same word before both, too. */
export const nameFields: readonly string[] = ['name', 'key'];
export const valueField = 'value';

/** Flags whose value is `user:password`, of curl and its like. */
export const userFlags: readonly string[] = ['-u', '-U', '--user', '--proxy-user'];

/** Commands with a short flag before a secret. `joined`: only without a blank between, as with `mysql -pX`. */
export const commandFlags: readonly {
	readonly command: string;
	readonly flag: string;
	readonly joined?: true;
}[] = [
	{ command: String.raw`(?:mysql|mariadb)[\w-]*`, flag: '-p', joined: true },
	{ command: 'sshpass', flag: '-p' },
	{ command: 'redis-cli', flag: '-a' },
	{ command: String.raw`(?:docker|podman|nerdctl)[ \t]+login`, flag: '-p' },
	{ command: 'mongo(?:sh|dump|restore)?', flag: '-p' },
	{ command: 'ossutil(?:64)?', flag: '-k' },
	{ command: 'dlc', flag: '-k' },
	{ command: String.raw`swanlab[ \t]+login`, flag: '-k' },
	{ command: '(?:zip|unzip)', flag: '-P' },
	{ command: '7z[azr]?', flag: '-p', joined: true },
	{ command: 'openssl', flag: '-(?:pass(?:in|out)|[kK])' },
	{ command: 'lftp', flag: '-u' },
];

/** A word of a shell, or a text in quotes. */
const word = String.raw`["']?[^\s"';&|()]+`;
/** Flags of a command before its argument. */
const flagsBefore = String.raw`(?:[ \t]+(?:--host[ \t]+\S{1,200}|--?[\w-]{1,40}(?:=\S{1,200})?)){0,5}[ \t]+(?!-)`;

/** Secrets without a name of their own, by what stands before them: a quick look for that, the whole of it, and what is hidden. */
export const secretsBehind: readonly { readonly hint: string; readonly before: string; readonly secret: string }[] = [
	{ hint: 'wandb', before: String.raw`\bwandb[ \t]+login${flagsBefore}`, secret: word },
	{ hint: 'login', before: String.raw`\blogin\([^()]{0,200}?\bkey[ \t]?=[ \t]?["']`, secret: String.raw`[^"'\s]+` },
	// A .netrc, and what is echoed into one.
	{ hint: 'password', before: String.raw`\blogin[ \t]+\S{1,200}(?:[ \t]+|\s*\\n)password[ \t]+`, secret: word },
	// What is piped into a program that reads a password.
	{
		hint: '(?:password|token)-stdin|sudo ',
		before: String.raw`\b(?:echo|printf)[ \t]+(?:-[neE]+[ \t]+)?`,
		secret: String.raw`(?:"[^"]+"|'[^']+'|[^\s"'|]+)(?=[ \t]*\|[ \t]*(?:[^|]{0,200}-stdin\b|sudo[ \t]+-S\b))`,
	},
	{
		hint: 'mc ',
		before: String.raw`\bmc[ \t]+(?:alias[ \t]+set|config[ \t]+host[ \t]+add)(?:[ \t]+\S{1,200}){3}[ \t]+`,
		secret: word,
	},
	{
		hint: 'ookie',
		before: String.raw`\b[Cc]ookie["']?[ \t]?:[ \t]?["']?(?=[^\s=]{1,200}=)`,
		secret: String.raw`[^"'\r\n]+`,
	},
	// Addresses that let anyone post: Slack, Lark, WeCom; and Azure's signature.
	{ hint: '://', before: String.raw`hooks\.slack\.com/(?:services|workflows)/`, secret: String.raw`[\w/-]+` },
	{ hint: '://', before: '/open-apis/bot/v2/hook/', secret: String.raw`[\w-]+` },
	{ hint: '://', before: String.raw`/webhook/send\?key=`, secret: String.raw`[\w-]+` },
	{ hint: '://', before: '[?&]sig=', secret: String.raw`[^\s"'&]+` },
];

/** Words before the name of a value that follows behind a blank: `ENV HF_TOKEN x`, `git config user.password x`. */
export const setters = String.raw`(?:setenv|ENV|aws[ \t]+configure[ \t]+set|(?:git|npm|pip|conda|poetry|yarn)[ \t]+config(?:[ \t]+(?:set|--?\w[\w-]*)){0,4})`;

/** Tokens that tell by themselves what they are, wherever they stand: patterns of how one begins, and of the rest. */
export const tokenShapes: readonly { readonly begins: string; readonly rest: string }[] = [
	// Hugging Face: with a capital or a digit, as hf_ begins names of modules too.
	{ begins: 'hf_', rest: '(?=[A-Za-z0-9]*[0-9A-Z])[A-Za-z0-9]{20,}' },
	{ begins: 'hf_', rest: '[a-z]{30,}' },
	// OpenAI, DashScope, Anthropic.
	{ begins: 'sk-', rest: String.raw`(?=[\w-]*\d)[\w-]{16,}` },
	// GitHub, GitLab, npm, Docker, PyPI.
	{ begins: 'gh[opsur]_', rest: '[A-Za-z0-9]{16,}' },
	{ begins: 'github_pat_', rest: String.raw`\w{20,}` },
	{ begins: 'gl(?:pat|dt|rt|cbt|ptt|ft|soat)-', rest: String.raw`[\w-]{12,}` },
	{ begins: 'npm_', rest: '[A-Za-z0-9]{30,}' },
	{ begins: 'dckr_pat_', rest: String.raw`[\w-]{16,}` },
	{ begins: 'pypi-', rest: String.raw`[\w-]{30,}` },
	// Slack, Google, NVIDIA.
	{ begins: 'xox[abeoprs]-', rest: '[A-Za-z0-9-]{10,}' },
	{ begins: 'AIza', rest: String.raw`[\w-]{35}` },
	{ begins: 'nvapi-', rest: String.raw`[\w-]{20,}` },
	// Access keys of Alibaba Cloud and AWS.
	{ begins: 'LTAI', rest: '[A-Za-z0-9]{8,30}' },
	{ begins: String.raw`(?:STS|TMP)\.`, rest: '[A-Za-z0-9]{16,}' },
	{ begins: 'A[KS]IA', rest: '[A-Z0-9]{16}' },
	// A JWT: the header is JSON, so it begins like this in base64.
	{ begins: 'eyJ', rest: String.raw`[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)*` },
];

/** The id of an access key, and what its secret looks like, which is hidden where it stands near. */
export const keyPairs: readonly { readonly id: string; readonly secret: string }[] = [
	{ id: 'LTAI[A-Za-z0-9]{8,30}', secret: '[A-Za-z0-9]{30}' },
	{ id: 'A[KS]IA[A-Z0-9]{16}', secret: '[A-Za-z0-9/+]{40}' },
];
