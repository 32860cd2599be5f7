import { isJsonObject } from '../../model/json.ts';
import { isSwitchedOn } from '../environment.ts';
import { profileFrom, textOf } from './cli-config.ts';
import { commandWords } from './command-words.ts';
import { lacking, type Mode, sourceOf, whereOf } from './mode.ts';
import { checkShape, signedOut } from './source.ts';
import { parseQuietly, readExpiration } from './temporary-keys.ts';

const disabled = 'ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS';

/**
 * Keys that a command of the user's own prints, as the fields of a profile of mode AK or StsToken. The command comes from
 * the CLI's file and from nowhere else, and no shell reads it.
 */
export const external: Mode = async (profile, { surroundings }) => {
	const where = whereOf(profile);
	if (isSwitchedOn(surroundings.env, disabled)) {
		return signedOut(
			`The ${where} wants to run a program, which ${disabled} forbids.`,
			'Unset it, or use another profile.',
		);
	}
	const incomplete = lacking(profile, ['process_command']);
	if (incomplete !== undefined) {
		return incomplete;
	}
	const words = commandWords(textOf(profile.fields, 'process_command'));
	if (words === undefined) {
		return signedOut(`process_command of the ${where} has an open quote.`, 'Close it.');
	}
	const [program, ...args] = words;
	const output = await surroundings.run(program, args);
	const advice = 'Run process_command by hand; it must print a profile of mode AK or StsToken as JSON.';
	if (!output.ok) {
		return signedOut(`process_command of the ${where} ${output.problem}.`, advice);
	}
	const printed = parseQuietly(output.value);
	if (!isJsonObject(printed)) {
		return signedOut(`process_command of the ${where} did not print JSON.`, advice);
	}
	const { mode } = profileFrom(printed);
	const AccessKeyId = textOf(printed, 'access_key_id');
	const AccessKeySecret = textOf(printed, 'access_key_secret');
	const SecurityToken = textOf(printed, 'sts_token');
	const isComplete = AccessKeyId !== '' && AccessKeySecret !== '' && (mode !== 'StsToken' || SecurityToken !== '');
	if (!isComplete || !['', 'AK', 'StsToken'].includes(mode)) {
		return signedOut(`process_command of the ${where} did not print keys.`, advice);
	}
	const expiresAt = readExpiration(printed.expiration ?? printed.sts_expiration);
	return checkShape({
		AccessKeyId,
		AccessKeySecret,
		...(SecurityToken !== '' && mode !== 'AK' && { SecurityToken }),
		...(expiresAt !== undefined && { expiresAt }),
		source: sourceOf(profile),
		renewal: `process_command of the ${where} must print new keys; r runs it again.`,
	});
};
