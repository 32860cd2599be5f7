import { makeWorld } from '../../source/simulator/world.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** When the worlds of these tests start. */
export const start = Date.parse('2026-11-23T14:00:00Z');

/** One world for many tests; whoever asks it changes nothing. */
export const world = makeWorld(1, start);
