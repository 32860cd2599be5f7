import { sanitize } from '../text/sanitize.ts';
import { throughTmux } from './clipboard.ts';

const esc = '\u001b';
const bell = '\u0007';

/** More would not be read, and a terminal need not hold more. */
const mostCharacters = 200;

/** Text inside of an OSC: nothing that ends it or begins another sequence, and no `;`, which parts the fields. */
const field = (text: string): string => [...sanitize(text)].slice(0, mostCharacters).join('').replaceAll(';', ',');

/** OSC 9 (iTerm2, Windows Terminal) and OSC 777 (rxvt-unicode, foot, WezTerm): a notice of the desktop around the terminal. */
const noticeSequences = (line: string): readonly string[] => [
	`${esc}]9;dlctop: ${field(line)}${bell}`,
	`${esc}]777;notify;dlctop;${field(line)}${bell}`,
];

/** The window's title is put on the terminal's own stack and taken from there (XTWINOPS 22 and 23); nothing is asked. */
const keepTitle = `${esc}[22;2t`;
const givebackTitle = `${esc}[23;2t`;
const titleSequence = (title: string): string => `${esc}]2;${title}${bell}`;

export type Notices = {
	/** Rings once, and shows each line as a notice. */
	readonly notify: (lines: readonly string[]) => void;
	/** Counts in the title what was not seen; 0 gives the former title back. */
	readonly setTitle: (unread: number) => void;
	/** Gives the title back before the terminal is given away. */
	readonly leave: () => void;
};

/** Notices through the terminal, which pass ssh; inside tmux they are handed through to the terminal around it. */
export const createNotices = (
	env: Readonly<Record<string, string | undefined>>,
	write: (sequence: string) => void,
): Notices => {
	const isDumb = env.TERM === 'dumb';
	const inTmux = (env.TMUX ?? '') !== '';
	let titled = false;
	const setTitle = (unread: number): void => {
		if (isDumb || (unread === 0 && !titled)) {
			return;
		}
		const keep = titled ? '' : keepTitle;
		write(unread === 0 ? givebackTitle : `${keep}${titleSequence(`(${unread}) dlctop`)}`);
		titled = unread > 0;
	};
	return {
		notify: lines => {
			const sequences = isDumb ? [] : lines.flatMap(noticeSequences);
			write(bell + sequences.map(sequence => (inTmux ? throughTmux(sequence) : sequence)).join(''));
		},
		setTitle,
		leave: () => setTitle(0),
	};
};
