import { setFlagsFromString } from 'node:v8';

/**
 * From here on the engine collects sooner instead of taking more memory: the part of its heap for what is new stays as large as it is
 * (it would grow to 3 × 16 MB), the rest grows by 30 % of what lives (instead of up to four times).
 */
export const staySmall = (): void => {
	setFlagsFromString('--heap-growing-percent=30');
	setFlagsFromString('--semi-space-growth-factor=1');
};
