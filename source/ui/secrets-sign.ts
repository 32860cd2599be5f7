import type { Piece } from './frame/styled-text.ts';

/** The end of a title, behind the sign that secrets are shown: at the end nothing long pushes it off the screen. */
export const withSecretsSign = (shown: boolean, end: readonly Piece[]): readonly Piece[] =>
	shown ? [{ text: 'SECRETS SHOWN', color: 'red', bold: true }, { text: ' · ', dim: true }, ...end] : end;
