import type { State } from '../state.ts';
import { fitPlace } from './scroll.ts';

/** Keeps the pane filled, after it got another height or other rows. */
export const refitDetail = (state: State): State =>
	state.detail === undefined ? state : { ...state, detail: fitPlace(state, state.detail) };
