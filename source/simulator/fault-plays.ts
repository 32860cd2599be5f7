import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isJsonArray, type Json, type JsonObject } from '../model/json.ts';
import type { FaultName } from '../tables/faults.ts';
import { type Refusal, refusal, refusalBody } from './refusal.ts';
import { send } from './wire.ts';

/** A request, what it would have been answered, and the ways to answer something else. */
export type Meeting = {
	readonly message: IncomingMessage;
	readonly response: ServerResponse;
	/** The true answer, with its RequestId. */
	readonly answer: JsonObject;
	readonly RequestId: string;
	readonly HostId: string;
	/** The number of the page that was asked for, from 1. */
	readonly pageNumber: number;
	/** The wall clock, ms since the epoch. */
	readonly now: number;
};

type Play = (meeting: Meeting) => Promise<void> | void;
type Headers = Readonly<Record<string, string>>;

/** How long the throttled are asked to wait, in ms: short, for it is to be looked at. */
const pauseMs = 2_000;

const refuse =
	(Refused: Refusal, headersAt: (now: number) => Headers = () => ({})): Play =>
	({ message, response, RequestId, HostId, now }) =>
		send(message, response, {
			status: Refused.status,
			headers: { 'x-acs-request-id': RequestId, ...headersAt(now) },
			body: JSON.stringify(refusalBody(Refused, RequestId, HostId)),
		});

const throttling = (status: number, Code: string, headersAt?: (now: number) => Headers): Play =>
	refuse(refusal(status, Code, 'Request was denied due to flow control.'), headersAt);

const tell =
	(change: (answer: JsonObject, meeting: Meeting) => Json): Play =>
	meeting =>
		sendText(meeting, JSON.stringify(change(meeting.answer, meeting)));

const sendText = ({ message, response, RequestId }: Meeting, body: string): Promise<void> =>
	send(message, response, { status: 200, headers: { 'x-acs-request-id': RequestId }, body });

const start = ({ response, RequestId }: Meeting, length?: number): void => {
	response.writeHead(200, {
		'content-type': 'application/json;charset=utf-8',
		'x-acs-request-id': RequestId,
		...(length === undefined ? {} : { 'content-length': length }),
	});
};

const jobsOf = ({ Jobs }: JsonObject): readonly Json[] => (Jobs !== undefined && isJsonArray(Jobs) ? Jobs : []);

const later = (meeting: Meeting, ms: number, run: () => void): void => {
	const timer = setTimeout(run, ms);
	meeting.response.once('close', () => clearTimeout(timer));
};

const lateMs = 4_000;
const hugeBytes = 50_000_000;
const bombBytes = 48 * 2 ** 20;
const pieceBytes = 2 ** 20;
const zip = promisify<Buffer, Buffer>(gzip);

/** As much as there is room for, again and again, so that nothing of it is held here. */
const sendSpaces = (meeting: Meeting): void => {
	const { response } = meeting;
	start(meeting, hugeBytes);
	const piece = Buffer.alloc(pieceBytes, ' ');
	let left = hugeBytes;
	const pump = (): void => {
		while (left > 0) {
			const next = piece.subarray(0, Math.min(left, pieceBytes));
			left -= next.length;
			if (!response.write(next)) {
				response.once('drain', pump);
				return;
			}
		}
		response.end();
	};
	pump();
};

const trickle = (meeting: Meeting): void => {
	const body = JSON.stringify(meeting.answer);
	start(meeting, Buffer.byteLength(body));
	let sent = 0;
	const drip = (): void => {
		meeting.response.write(body.charAt(sent));
		sent += 1;
		later(meeting, 1_000, drip);
	};
	drip();
};

/** What each fault does in place of the true answer. `clock-skew` is no answer of its own: the server's clock makes it. */
export const plays: Readonly<Record<Exclude<FaultName, 'clock-skew'>, Play>> = {
	throttled: throttling(429, 'Throttling.User', () => ({ 'x-acs-retry-after': String(pauseMs) })),
	'throttled-seconds': throttling(400, 'Throttling', () => ({ 'retry-after': String(pauseMs / 1000) })),
	'throttled-date': throttling(429, 'Throttling.Api', now => ({
		'retry-after': new Date(now + pauseMs + 1_000).toUTCString(),
	})),
	'throttled-limit': throttling(400, 'Throttling.User', () => ({
		'x-ratelimit-user-api': `Limit:1,Remain:0,TimeLeft:${pauseMs},Reset:1`,
	})),
	'throttled-bare': throttling(429, 'Throttling.User'),
	'internal-error': refuse(
		refusal(500, 'InternalError', 'The request processing has failed due to some unknown error.'),
	),
	'bad-gateway': ({ message, response }) =>
		send(message, response, {
			status: 502,
			headers: { 'content-type': 'text/html' },
			body: '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>',
		}),
	unavailable: refuse(refusal(503, 'ServiceUnavailable', 'The request has failed due to a temporary failure.')),
	forbidden: refuse(refusal(403, 'NoPermission', 'You are not authorized to do this action.')),
	'unknown-key': refuse(refusal(404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found.')),
	'bad-signature': refuse(refusal(400, 'SignatureDoesNotMatch', 'The signature does not match.')),
	'expired-token': refuse(refusal(400, 'InvalidSecurityToken.Expired', 'Specified SecurityToken is expired.')),
	hangup: ({ response }) => {
		response.destroy();
	},
	reset: meeting => {
		const body = JSON.stringify(meeting.answer);
		start(meeting, Buffer.byteLength(body));
		meeting.response.write(body.slice(0, body.length / 2), () => meeting.response.destroy());
	},
	silent: () => {},
	late: meeting => later(meeting, lateMs, () => void sendText(meeting, JSON.stringify(meeting.answer))),
	trickle,
	truncated: meeting => {
		const body = JSON.stringify(meeting.answer);
		return sendText(meeting, body.slice(0, body.length / 2));
	},
	'jobs-null': tell(answer => ({ ...answer, Jobs: null })),
	'jobs-object': tell(answer => ({ ...answer, Jobs: { items: [] } })),
	'count-text': tell(answer => ({ ...answer, TotalCount: 'many' })),
	empty: meeting => sendText(meeting, ''),
	huge: sendSpaces,
	'gzip-bomb': async ({ response, RequestId }) => {
		const body = await zip(Buffer.alloc(bombBytes, ' '));
		response.writeHead(200, {
			'content-type': 'application/json;charset=utf-8',
			'content-encoding': 'gzip',
			'content-length': body.length,
			'x-acs-request-id': RequestId,
		});
		response.end(body);
	},
	duplicates: tell(answer => ({ ...answer, Jobs: jobsOf(answer).flatMap(job => [job, job]) })),
	shrinking: tell((answer, { pageNumber }) => ({
		...answer,
		Jobs: pageNumber === 1 ? jobsOf(answer).slice(0, 3) : [],
		TotalCount: 3,
	})),
	redirect: ({ message, response }) =>
		send(message, response, { status: 302, headers: { location: 'https://elsewhere.example/api/v1/jobs' }, body: '' }),
};
