/** What the embedded service can do wrong, by name: `--demo --chaos` shows all of it in turn, `--chaos=NAME` one thing. */
export const faults = {
	throttled: 'refuses with HTTP 429, Throttling.User, and x-acs-retry-after in ms',
	'throttled-seconds': 'refuses with HTTP 400, Throttling, and Retry-After in seconds',
	'throttled-date': 'refuses with HTTP 429, Throttling.Api, and Retry-After as a date',
	'throttled-limit': 'refuses with HTTP 400, Throttling.User, and x-ratelimit-user-api',
	'throttled-bare': 'refuses with HTTP 429 and gives no hint how long to wait',
	'internal-error': 'answers HTTP 500, InternalError',
	'bad-gateway': 'answers HTTP 502 with a web page',
	unavailable: 'answers HTTP 503, ServiceUnavailable',
	forbidden: 'answers HTTP 403, NoPermission',
	'unknown-key': 'answers HTTP 404, InvalidAccessKeyId.NotFound',
	'bad-signature': 'answers HTTP 400, SignatureDoesNotMatch',
	'expired-token': 'answers HTTP 400, InvalidSecurityToken.Expired',
	'clock-skew': 'sets its clock 20 minutes ahead, or right again, and checks signatures by it',
	hangup: 'closes the connection without an answer',
	reset: 'breaks the connection in the middle of an answer',
	silent: 'never answers',
	late: 'answers after four seconds',
	trickle: 'sends its answer a byte a second',
	truncated: 'sends half of its answer as if it were all',
	'jobs-null': 'sends null instead of a list of jobs',
	'jobs-object': 'sends an object instead of a list of jobs',
	'count-text': 'sends TotalCount as a text, and no number',
	empty: 'answers HTTP 200 with nothing in it',
	huge: 'sends an answer of 50 MB',
	'gzip-bomb': 'sends 50 kB that unfold into 50 MB',
	duplicates: 'sends each job twice',
	shrinking: 'counts three jobs, and has none on the pages behind the first',
	redirect: 'sends the client to another host',
} as const;

export type FaultName = keyof typeof faults;

export const isFaultName = (text: string): text is FaultName => Object.hasOwn(faults, text);
export const faultNames: readonly FaultName[] = Object.keys(faults).filter(isFaultName);
