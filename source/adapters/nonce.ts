import { randomBytes } from 'node:crypto';

/** A value that no other request carries: 128 random bits in hex. */
export const randomNonce = (): string => randomBytes(16).toString('hex');
