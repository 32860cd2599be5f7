/** A word as the source of an expression (with the flag `u`) that takes it literally. */
export const literal = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
