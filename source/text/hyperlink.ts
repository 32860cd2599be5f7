/** A link of the terminal (OSC 8): what is written after it leads to its address, until the next one. */
export const hyperlink = (address: string): string => `\u001b]8;;${address}\u001b\\`;

/** Ends the link of what is written. */
export const hyperlinkEnd = hyperlink('');

/** The source of a pattern for one such sequence; its group is the address. Nothing that could end it early passes. */
export const hyperlinkPattern = '\\u001b\\]8;;([\\x21-\\x7e]*)\\u001b\\\\';

/** An address that may be written into a sequence: `https:` alone, of printable ASCII, and no longer than terminals take. */
export const isLinkable = (address: string): boolean => /^https:\/\/[\x21-\x7e]{1,2000}$/.test(address);
