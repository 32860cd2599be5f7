/** What makes a spreadsheet take a text for a formula, also in the full-width forms of East Asian keyboards. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

const field = (text: string): string => {
	const guarded = formula.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/** Rows as RFC 4180 has them, each ended by CRLF. A field that a spreadsheet would run as a formula gets an apostrophe before it. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
	rows.map(row => `${row.map(field).join(',')}\r\n`).join('');
