import { setFlagsFromString } from 'node:v8';

/** Functions of more bytes of bytecode are not optimized: V8's own bound, the same from Node 20 to 26. */
const usualBound = 61_440;

/**
 * From here on no function is optimized, until the returned function is called. What runs a thousand times in a start does not run again so
 * soon, and the threads that compile take the core from the one that starts. Until then the engine refuses code that was kept, also that of
 * Node's own parts, so that nothing is to be loaded meanwhile. Of the flags that do so, this one leaves nothing behind once it is as before:
 * after `--no-opt` and `--opt` Node 22 refuses it for good.
 */
export const leaveUnoptimized = (): (() => void) => {
	setFlagsFromString('--max-optimized-bytecode-size=0');
	return () => setFlagsFromString(`--max-optimized-bytecode-size=${usualBound}`);
};

/**
 * From here on the engine collects sooner instead of taking more memory: the part of its heap for what is new stays as large as it is
 * (it would grow to 3 × 16 MB), the rest grows by 30 % of what lives (instead of up to four times).
 */
export const staySmall = (): void => {
	setFlagsFromString('--heap-growing-percent=30');
	letYoungGrow(false);
};

/** Lets the part of the heap for what is new grow as the engine sees fit, or keeps it as large as it is. */
export const letYoungGrow = (may: boolean): void => {
	setFlagsFromString(`--semi-space-growth-factor=${may ? 2 : 1}`);
};
