/**
 * What is secret in an answer by where it stands. By its name a value is secret everywhere (text/secret-names.ts), so
 * `ImageConfig.Password`, `AssumeUserInfo.SecurityToken` and the environments need no entry here.
 */
export const secretFields: readonly string[] = ['Auth', 'AssumeUserInfo'];

/** Pairs that carry a name and its value in two fields: `Env[]` has Name and Value, `CustomEnvs[]` of GetJob Key and Value. */
export const nameFields: readonly string[] = ['name', 'key'];
export const valueField = 'value';
