/** The sections of an ini file, each with its settings by lower-case names; the last one of a name counts. */
export type IniSections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** `[section]`, `name = value`, and comments behind `;` or `#` at the start of a line. Quotes around a value are left out. */
export const parseIni = (text: string): IniSections => {
	const sections = new Map<string, Map<string, string>>();
	let settings = new Map<string, string>();
	for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
		const line = raw.trim();
		const [, section] = /^\[([^\]]*)\]/.exec(line) ?? [];
		if (section !== undefined) {
			settings = sections.get(section.trim()) ?? new Map();
			sections.set(section.trim(), settings);
			continue;
		}
		const [, name, value] = /^([^;#=][^=]*)=(.*)$/.exec(line) ?? [];
		if (name !== undefined && value !== undefined) {
			settings.set(name.trim().toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'));
		}
	}
	return sections;
};
