import type { FailureKind } from '../model/failure.ts';

/** How a family of the service's error codes is told to the user. Sentences end a message; they never quote the service. */
export type ServiceCode = {
	/** A Code belongs here when it equals this text or starts with it and a dot. */
	readonly family: string;
	readonly kind: FailureKind;
	readonly message: string;
	readonly next?: string;
};

const renew = 'Get a new token (for a profile: `aliyun configure --mode StsToken`), then press r or start again.';
const checkKeys = 'Check the AccessKey pair of the source in use; `aliyun sts GetCallerIdentity` tells if it works.';
const checkHost = 'Check --region and --endpoint: another service may be answering there.';
const checkPermission = 'Ask an administrator for the permission, and for a role in the workspace.';

const expired: Pick<ServiceCode, 'kind' | 'message' | 'next'> = {
	kind: 'signed-out',
	message: 'The temporary credentials (STS token) have expired or are not valid.',
	next: renew,
};
const wrongHost: Pick<ServiceCode, 'kind' | 'message' | 'next'> = {
	kind: 'bad-request',
	message: 'The host that answered does not know this operation of PAI-DLC.',
	next: checkHost,
};
const forbidden: Pick<ServiceCode, 'kind' | 'message' | 'next'> = {
	kind: 'not-allowed',
	message: 'The service does not allow this account to do that.',
	next: checkPermission,
};

/**
 * The codes that the gateway and the service are known to send. The same Code comes with different HTTP statuses in
 * different documents, so the Code decides before the status does.
 */
export const serviceCodes: readonly ServiceCode[] = [
	{ family: 'Throttling', kind: 'throttled', message: 'The service asks for fewer requests (flow control).' },
	{
		family: 'InvalidAccessKeyId.Inactive',
		kind: 'signed-out',
		message: 'The AccessKey is disabled.',
		next: 'Enable it in the RAM console, or use another one.',
	},
	{
		family: 'InvalidAccessKeyId',
		kind: 'signed-out',
		message: 'The service does not know the AccessKey.',
		next: checkKeys,
	},
	{
		family: 'SignatureDoesNotMatch',
		kind: 'signed-out',
		message: 'The AccessKey secret does not belong to the AccessKey.',
		next: checkKeys,
	},
	{
		family: 'IncompleteSignature',
		kind: 'signed-out',
		message: 'The service could not read the signature.',
		next: checkKeys,
	},
	{
		family: 'MissingAccessKeyId',
		kind: 'signed-out',
		message: 'The service saw no AccessKey.',
		next: checkKeys,
	},
	{
		family: 'SignatureNonceUsed',
		kind: 'service',
		message: 'The service took the request for a repeated one.',
	},
	{
		family: 'InvalidTimeStamp.Format',
		kind: 'bad-request',
		message: 'The service could not read the date of the request.',
	},
	{
		family: 'InvalidTimeStamp',
		kind: 'signed-out',
		message: "This machine's clock is more than 15 minutes off the service's.",
		next: 'Set the clock (NTP), then press r or start again.',
	},
	{ family: 'InvalidSecurityToken', ...expired },
	{ family: 'MissingSecurityToken', ...expired },
	{ family: 'SecurityTokenExpired', ...expired },
	{ family: 'Forbidden', ...forbidden },
	{ family: 'NoPermission', ...forbidden },
	{ family: 'AccessDenied', ...forbidden },
	{ family: 'InvalidProduct', ...wrongHost },
	{ family: 'InvalidApi', ...wrongHost },
	{ family: 'InvalidAction', ...wrongHost },
	{ family: 'InvalidVersion', ...wrongHost },
	{ family: 'UnsupportedHTTPMethod', ...wrongHost },
	{ family: 'InvalidParameter', kind: 'bad-request', message: 'The service did not accept a parameter of the query.' },
	{ family: 'BadRequest', kind: 'bad-request', message: 'The service did not accept the query.' },
	{ family: 'NotFound', kind: 'bad-request', message: 'The service has no such thing (any more).' },
	{ family: 'InternalError', kind: 'service', message: 'The service has an internal error.' },
	{ family: 'ServiceUnavailable', kind: 'service', message: 'The service is not available for now.' },
];
