/** What `w` says, in the pane, the logs and the differences: where every line is short, nothing moves. */
export const wrapWords = (wraps: boolean): string => (wraps ? 'long lines are wrapped' : 'long lines are cut');
