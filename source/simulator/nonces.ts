import { type Refusal, refusal } from './refusal.ts';

/** A request may be dated 15 minutes ahead, so its nonce must be remembered for twice the tolerance. */
const rememberedMs = 30 * 60_000;
const mostRemembered = 20_000;

export type Nonces = { readonly use: (owner: string, nonce: string | undefined, now: number) => Refusal | undefined };

/** Remembers which nonces were used, each for half an hour, the oldest forgotten first when there are too many. */
export const makeNonces = (): Nonces => {
	const seen = new Map<string, number>();
	const forgetOld = (now: number): void => {
		for (const [nonce, at] of seen) {
			if (seen.size <= mostRemembered && now - at <= rememberedMs) {
				return;
			}
			seen.delete(nonce);
		}
	};
	return {
		use: (owner, nonce, now) => {
			if (nonce === undefined || nonce === '') {
				return refusal(400, 'MissingSignatureNonce', 'The header x-acs-signature-nonce is required.');
			}
			forgetOld(now);
			const key = `${owner} ${nonce}`;
			if (seen.has(key)) {
				return refusal(400, 'SignatureNonceUsed', 'The request signature nonce has been used.');
			}
			seen.set(key, now);
			return undefined;
		},
	};
};
