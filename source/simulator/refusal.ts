import type { Result } from '../model/failure.ts';
import type { JsonObject } from '../model/json.ts';

/** A request that the service turns down. */
export type Refusal = { readonly status: number; readonly Code: string; readonly Message: string };

/** The fields of an answer without its RequestId, or why there is none. */
export type Answer = Result<JsonObject, Refusal>;

export const refusal = (status: number, Code: string, Message: string): Refusal => ({ status, Code, Message });

export const invalidParameter = (name: string, problem: string): Refusal =>
	refusal(400, 'InvalidParameter', `The parameter ${name} is invalid: ${problem}`);

/** The error body as the gateway shapes it. */
export const refusalBody = ({ Code, Message }: Refusal, RequestId: string, HostId: string): JsonObject => ({
	RequestId,
	HostId,
	Code,
	Message,
	Recommend: `https://api.alibabacloud.com/troubleshoot?q=${Code}&product=pai-dlc&requestId=${RequestId}`,
});
