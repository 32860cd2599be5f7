import { type Failure, failed, type Result, success } from '../../model/failure.ts';
import type { Clock } from '../../runtime/ports.ts';
import type { AccessKey } from '../signature.ts';
import { type StampOf, type Stamps, watchFiles } from './file-watch.ts';
import type { KeySource } from './key-source.ts';
import { type Credentials, type Finding, findWithStamps, type Source } from './source.ts';
import { staleBeforeMs } from './temporary-keys.ts';

export type Holding = {
	readonly source: Source;
	/** What the source gave when it was chosen. */
	readonly first: Credentials;
	/** The states of its files before that. */
	readonly stamps: Stamps;
	readonly clock: Clock;
	readonly stampOf: StampOf;
};

/** While keys still hold, a source that gave no newer ones is left alone for so long. */
const askAgainAfterMs = 60_000;

const isSame = (one: AccessKey, other: AccessKey): boolean =>
	one.AccessKeyId === other.AccessKeyId &&
	one.AccessKeySecret === other.AccessKeySecret &&
	one.SecurityToken === other.SecurityToken;

/** When to ask for newer keys, ms since the epoch: 15 minutes before the end, of keys that hold shorter after half of their time. */
const staleAt = ({ expiresAt }: Credentials, now: number): number =>
	expiresAt === undefined
		? Number.POSITIVE_INFINITY
		: expiresAt - Math.min(staleBeforeMs, Math.max(0, expiresAt - now) / 2);

/** Keys handed out just now, whose end is over, come from another clock than ours: when they end, the service will tell. */
const withPlausibleEnd = (found: Credentials, before: Credentials | undefined, now: number): Credentials => {
	const { expiresAt, ...rest } = found;
	const isNew = before === undefined || !isSame(found, before);
	return expiresAt !== undefined && expiresAt <= now && isNew ? rest : found;
};

const resultOf = (finding: Finding, source: Source): Result<Credentials> => {
	switch (finding.kind) {
		case 'keys':
			return success(finding.keys);
		case 'failure':
			return failed(finding.failure);
		case 'nothing':
			// What has no file to watch may come back by itself, so that it is asked again.
			return failed<Failure>({
				kind: source.files().length === 0 ? 'network' : 'signed-out',
				message: `No keys any more from ${source.name}: ${finding.why}.`,
				next: 'r asks again.',
			});
	}
};

/** Keeps the keys of one source: asks for new ones before they end and when they are refused, one question at a time. */
export const holdKeys = ({ source, first, stamps, clock, stampOf }: Holding): KeySource => {
	const begin = withPlausibleEnd(first, undefined, clock.now());
	let held: Credentials | undefined = begin;
	let askAt = staleAt(begin, clock.now());
	let known = stamps;
	let flight: Promise<Result<Credentials>> | undefined;

	const ask = async (): Promise<Result<Credentials>> => {
		const { finding, stamps: read } = await findWithStamps(source, stampOf);
		known = read;
		const found = resultOf(finding, source);
		const now = clock.now();
		if (!found.ok) {
			askAt = now + askAgainAfterMs;
			return found;
		}
		const keys = withPlausibleEnd(found.value, held, now);
		held = keys;
		askAt = Math.max(staleAt(keys, now), now + askAgainAfterMs);
		return success(keys);
	};

	const refresh = (): Promise<Result<Credentials>> => {
		flight ??= ask().finally(() => {
			flight = undefined;
		});
		return flight;
	};

	const hasEnded = ({ expiresAt }: Credentials): boolean => expiresAt !== undefined && expiresAt <= clock.now();

	const expired = ({ source: name, renewal }: Credentials) =>
		failed<Failure>({ kind: 'signed-out', message: `The temporary keys (${name}) have expired.`, next: renewal });

	const keys = async (): Promise<Result<AccessKey>> => {
		if (held !== undefined && !hasEnded(held)) {
			if (clock.now() >= askAt) {
				// Keys that still hold do until newer ones are there: no request waits for a slow source.
				void refresh();
			}
			return success(held);
		}
		const found = await refresh();
		return found.ok && hasEnded(found.value) ? expired(found.value) : found;
	};

	const renew = async (refused: AccessKey): Promise<Result<AccessKey>> => {
		if (held !== undefined && !isSame(held, refused)) {
			return success(held);
		}
		const found = await refresh();
		return found.ok && isSame(found.value, refused) ? expired(found.value) : found;
	};

	const watch = (changed: () => void): (() => void) =>
		watchFiles({ known, stampOf, clock }, () => {
			held = undefined;
			changed();
		});

	return { keys, renew, watch };
};
