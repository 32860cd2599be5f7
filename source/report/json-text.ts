import type { Json } from '../model/json.ts';
import { escapeUnseen } from '../text/escape-unseen.ts';

/** JSON text that is the same value to a parser and harmless to a terminal. `indent` is the spaces of a level; 0 for one line. */
export const jsonText = (json: Json, indent: number): string => escapeUnseen(JSON.stringify(json, undefined, indent));
