import { X509Certificate } from 'node:crypto';
import process from 'node:process';
import { type Failure, failed, type Result, success } from '../model/failure.ts';
import { type Environment, firstSet } from './environment.ts';
import { errorCode } from './error-code.ts';

export type Authorities = {
	/** `--ca-file`, if given. */
	readonly file: string | undefined;
	readonly env: Environment;
	readonly readFile: (path: string) => Promise<string>;
};

const refuse = (message: string) =>
	failed<Failure>({
		kind: 'bad-request',
		message,
		next: 'Give a file of certificates in PEM form (-----BEGIN CERTIFICATE-----).',
	});

const pem = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates in a PEM text; undefined when it has none, or one that is broken. */
const certificatesIn = (text: string): readonly string[] | undefined => {
	const found = text.match(pem);
	try {
		for (const certificate of found ?? []) {
			new X509Certificate(certificate);
		}
	} catch {
		return undefined;
	}
	return found ?? undefined;
};

/** What Node adds to its own by itself, as long as nobody names authorities. Node has warned of a file that it cannot read. */
const extraCertificates = async ({ env, readFile }: Authorities): Promise<readonly string[]> => {
	const file = firstSet(env, ['NODE_EXTRA_CA_CERTS'])?.value;
	try {
		return file === undefined ? [] : (certificatesIn(await readFile(file)) ?? []);
	} catch {
		return [];
	}
};

/**
 * The authorities whose certificates are trusted: undefined leaves it to Node (its own, and `NODE_EXTRA_CA_CERTS`); with
 * `--ca-file` they are Node's, those of that variable, and those in the file.
 */
export const trustedAuthorities = async (given: Authorities): Promise<Result<readonly string[] | undefined>> => {
	if (given.file === undefined) {
		return success(undefined);
	}
	let text: string;
	try {
		text = await given.readFile(given.file);
	} catch (error) {
		return refuse(`--ca-file ${given.file} could not be read (${errorCode(error)}).`);
	}
	const certificates = certificatesIn(text);
	// Not imported: a start that speaks to a service on this machine would load all of Node's TLS for it.
	const { rootCertificates } = process.getBuiltinModule('node:tls');
	return certificates === undefined
		? refuse(`--ca-file ${given.file} holds no certificate, or a broken one.`)
		: success([...rootCertificates, ...(await extraCertificates(given)), ...certificates]);
};
