import { createAsk, type Question } from '../../../source/adapters/credentials/ask.ts';
import { findCredentials } from '../../../source/adapters/credentials/find.ts';
import type { Surroundings } from '../../../source/adapters/credentials/source.ts';
import type { Answer } from '../../../source/adapters/transport.ts';
import { type Failure, failed, type Result, success } from '../../../source/model/failure.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

export const noon = Date.parse('2026-11-09T12:00:00Z');
export const home = '/home/alice';
export const configFile = `${home}/.aliyun/config.json`;
export const iniPath = `${home}/.alibabacloud/credentials`;
export const metadataOrigin = 'http://100.100.100.200';

export class FileError extends Error {
	readonly code: string;
	constructor(code: string) {
		super(`${code}: planted-path`);
		this.code = code;
	}
}

export const anAnswer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
	status,
	header: name => headers[name],
	body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Keys as STS, the metadata and a credentials URI hand them out. */
export const handedOut = (name: string, Expiration: unknown = '2026-11-09T13:00:00Z') => ({
	Code: 'Success',
	AccessKeyId: `STS.${name}`,
	AccessKeySecret: `planted-secret-of-${name}`,
	SecurityToken: `planted-token-of-${name}`,
	Expiration,
});

/** The whole answer of STS. */
export const fromSts = (name: string) => ({ RequestId: 'R-1', Credentials: handedOut(name) });

export type World = {
	readonly env: Readonly<Record<string, string>>;
	/** Texts by their paths. */
	readonly files: Readonly<Record<string, string>>;
	/** Answers to questions; undefined is nobody there. */
	readonly answers: (question: Question) => Answer | undefined;
	/** What a program prints, by its words joined. */
	readonly prints: Readonly<Record<string, string>>;
};

export type Recorded = {
	readonly surroundings: Surroundings;
	/** Every question, as `GET https://host/target`. */
	readonly asked: string[];
	readonly questions: Question[];
	readonly ran: string[];
};

const nobodyThere = failed<Failure>({ kind: 'network', message: 'nobody there' });

/** A machine with these files and these servers around it. */
export const makeWorld = ({ env = {}, files = {}, answers, prints = {} }: Partial<World>): Recorded => {
	const asked: string[] = [];
	const questions: Question[] = [];
	const ran: string[] = [];
	const run = async (program: string, args: readonly string[]): Promise<Result<string, string>> => {
		const line = [program, ...args].join(' ');
		ran.push(line);
		const output = prints[line];
		return output === undefined ? failed('ended with exit code 1') : success(output);
	};
	return {
		asked,
		questions,
		ran,
		surroundings: {
			env,
			home,
			readFile: async path => {
				const text = files[path];
				if (text === undefined) {
					throw new FileError('ENOENT');
				}
				return text;
			},
			clock: createFakeClock(noon),
			ask: async question => {
				questions.push(question);
				asked.push(`${question.method} ${question.origin}${question.target}`);
				const answer = answers?.(question);
				return answer === undefined ? nobodyThere : success(answer);
			},
			run,
			nonce: () => 'nonce',
			version: '1.2.3',
			metadataOrigin,
		},
	};
};

/** Searches the chain of such a machine. */
export const search = ({ surroundings }: Recorded, profile?: string) =>
	findCredentials({ profile, surroundings, stampOf: async () => '' });

/** What the user is told; `found SOURCE` where keys were found. */
export const toldBy = async (world: Partial<World>, profile?: string): Promise<string> => {
	const found = await search(makeWorld(world), profile);
	return found.ok ? `found ${found.value.credentials.source}` : `${found.problem.message}\n${found.problem.next}`;
};

/** A CLI file with these profiles. */
export const cliFile = (profiles: readonly object[], current = 'default') => ({
	[configFile]: JSON.stringify({ current, profiles, meta_path: '' }),
});

/** Questions over real sockets, for a server on this machine. */
export const realAsk = createAsk({
	env: { HTTPS_PROXY: 'http://127.0.0.1:9' },
	clock: {
		now: Date.now,
		setTimeout: (run, ms) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
	},
	authorities: undefined,
});
