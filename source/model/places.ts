import type { Job } from './job.ts';
import type { List } from './pieces.ts';

/** Something that can be switched to: its id, and its name where it has one of its own. */
export type Known = { readonly id: string; readonly name: string };

/** Where one was in this run and former ones, the newest first. */
export type Seen = {
	readonly regions: readonly string[];
	readonly profiles: readonly string[];
	readonly workspaces: readonly Known[];
};

export const nothingSeen: Seen = { regions: [], profiles: [], workspaces: [] };

/** A list that somebody else has: asked for once, when it is first wanted. */
export type Told =
	| { readonly kind: 'unasked' }
	| { readonly kind: 'asking'; readonly request: number }
	| { readonly kind: 'told'; readonly names: readonly Known[] }
	/** `why` in few words. */
	| { readonly kind: 'refused'; readonly why: string };

/** What is known of the places that one can go to. */
export type Places = {
	readonly seen: Seen;
	/** The profiles of the CLI's file. */
	readonly profiles: Told;
	/** The workspaces that the neighbour service lists, in the present region for the present profile. */
	readonly workspaces: Told;
	/** A switch that is under way, and where to, in words. */
	readonly opening: { readonly request: number; readonly to: string } | undefined;
};

export const noPlaces: Places = {
	seen: nothingSeen,
	profiles: { kind: 'unasked' },
	workspaces: { kind: 'unasked' },
	opening: undefined,
};

/** What to change of where one is: the rest stays. */
export type Wish =
	| { readonly kind: 'region'; readonly region: string }
	| { readonly kind: 'profile'; readonly profile: string };

/** A connection that was opened, in what the screen says of it. */
export type OpenedPlace = {
	readonly region: string;
	/** The source of the credentials, in words. */
	readonly credentials: string;
	/** The flags that make the same connection. */
	readonly opensWith: readonly string[];
};

const mostSeen = 30;
const longestName = 128;

const isKept = (text: string): boolean =>
	text !== '' && text.length <= longestName && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

const withFirst = (known: readonly string[], text: string): readonly string[] =>
	!isKept(text) || known[0] === text ? known : [text, ...known.filter(other => other !== text)].slice(0, mostSeen);

const withWorkspaces = (known: readonly Known[], jobs: List<Job>): readonly Known[] => {
	const found = new Map(
		jobs.flatMap(({ WorkspaceId: id, WorkspaceName: name }) =>
			isKept(id) ? [[id, { id, name: isKept(name) ? name : '' }] as const] : [],
		),
	);
	const isNews = [...found.values()].some(
		({ id, name }) => !known.some(other => other.id === id && other.name === name),
	);
	return isNews ? [...found.values(), ...known.filter(({ id }) => !found.has(id))].slice(0, mostSeen) : known;
};

/** What was seen, with one more place and the workspaces of these jobs; the same object where nothing is new. */
export const seeing = (
	seen: Seen,
	now: { readonly region: string; readonly profile: string; readonly jobs: List<Job> },
): Seen => {
	const regions = withFirst(seen.regions, now.region);
	const profiles = withFirst(seen.profiles, now.profile);
	const workspaces = withWorkspaces(seen.workspaces, now.jobs);
	const isSame = regions === seen.regions && profiles === seen.profiles && workspaces === seen.workspaces;
	return isSame ? seen : { regions, profiles, workspaces };
};

/** The text of the file: `region cn-beijing`, `profile work`, `workspace 268 dlc-workspace`. */
export const seenText = ({ regions, profiles, workspaces }: Seen): string =>
	[
		...regions.map(region => `region ${region}\n`),
		...profiles.map(profile => `profile ${profile}\n`),
		...workspaces.map(({ id, name }) => `workspace ${id} ${name}\n`),
	].join('');

/** What such a file says, whatever it holds. */
export const seenFrom = (text: string): Seen => {
	const lines = text.split(/\r?\n/).map(line => /^(region|profile|workspace) (.+)$/.exec(line));
	const rest = (kind: string): readonly string[] =>
		[...new Set(lines.flatMap(line => (line?.[1] === kind ? [line[2] ?? ''] : [])))].filter(isKept).slice(0, mostSeen);
	return {
		regions: rest('region').filter(region => !region.includes(' ')),
		profiles: rest('profile'),
		workspaces: rest('workspace').map(line => {
			const [, id = line, name = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
			return { id, name };
		}),
	};
};
