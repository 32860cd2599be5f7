import { isJsonObject, type Json } from '../../model/json.ts';
import type { AccessKey } from '../signature.ts';

/** Keys of STS, and when they end (ms since the epoch), where the answer says so. */
export type TemporaryKeys = AccessKey & { readonly expiresAt?: number };

/** New keys are asked for so long before the old ones end, as the official clients do; in ms. */
export const staleBeforeMs = 15 * 60_000;

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** From here on a number counts ms and not seconds: as seconds it would be the year 5138. */
const firstMs = 100_000_000_000;

/** ISO 8601, or seconds or ms since the epoch; anything else is an end that nobody knows. Returns ms. */
export const readExpiration = (value: Json | undefined): number | undefined => {
	const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	if (typeof number === 'number') {
		return number > 0 ? (number < firstMs ? number * 1000 : number) : undefined;
	}
	const ms = Date.parse(textOf(value));
	return Number.isNaN(ms) ? undefined : ms;
};

/** `JSON.parse` whose error, which quotes the text and with it secrets, is dropped. A byte order mark is left out. */
export const parseQuietly = (text: string): Json | undefined => {
	try {
		const value: Json = JSON.parse(text.replace(/^\uFEFF/, ''));
		return value;
	} catch {
		return undefined;
	}
};

/** Reads `AccessKeyId`, `AccessKeySecret`, `SecurityToken` and `Expiration`; undefined when it has no key pair. */
export const readTemporaryKeys = (value: Json | undefined): TemporaryKeys | undefined => {
	if (!isJsonObject(value)) {
		return undefined;
	}
	const AccessKeyId = textOf(value.AccessKeyId);
	const AccessKeySecret = textOf(value.AccessKeySecret);
	const SecurityToken = textOf(value.SecurityToken);
	const expiresAt = readExpiration(value.Expiration);
	return AccessKeyId === '' || AccessKeySecret === ''
		? undefined
		: {
				AccessKeyId,
				AccessKeySecret,
				...(SecurityToken !== '' && { SecurityToken }),
				...(expiresAt !== undefined && { expiresAt }),
			};
};
