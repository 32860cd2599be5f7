import { createHash, createHmac } from 'node:crypto';
import { canonicalRequestOf, type SignedRequest } from '../../source/simulator/signature.ts';
import { gmt } from '../../source/simulator/time.ts';

export type Signer = { readonly AccessKeyId: string; readonly AccessKeySecret: string };

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const emptyBody = new Uint8Array();

let nonces = 0;

export type Draft = {
	readonly path?: string;
	readonly rawQuery?: string;
	readonly method?: string;
	readonly host?: string;
	readonly headers?: Readonly<Record<string, string>>;
};

/** A request signed at an instant, with a nonce of its own unless the draft has one. */
export const signed = ({ AccessKeyId, AccessKeySecret }: Signer, now: number, draft: Draft = {}): SignedRequest => {
	nonces += 1;
	const { path = '/api/v1/jobs', rawQuery = '', method = 'GET', host = '127.0.0.1' } = draft;
	const headers = {
		host,
		'x-acs-action': path === '/api/v1/jobs' ? 'ListJobs' : 'GetJob',
		'x-acs-content-sha256': sha256(emptyBody),
		'x-acs-date': gmt(now),
		'x-acs-signature-nonce': `nonce-${nonces}`,
		'x-acs-version': '2020-12-03',
		...draft.headers,
	};
	const names = Object.keys(headers)
		.filter(name => name === 'host' || name.startsWith('x-acs-'))
		.sort();
	const request = { method, path, rawQuery, headers: new Map(Object.entries(headers)), body: emptyBody };
	const text = `ACS3-HMAC-SHA256\n${sha256(canonicalRequestOf(request, names))}`;
	const signature = createHmac('sha256', AccessKeySecret).update(text).digest('hex');
	const authorization = `ACS3-HMAC-SHA256 Credential=${AccessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
	return { ...request, headers: new Map([...request.headers, ['authorization', authorization]]) };
};
