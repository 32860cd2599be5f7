import type { Failure } from './failure.ts';

/** Codes of a host that is no PAI-DLC: they tell nothing of what was asked for. */
export const isOfWrongHost = ({ Code = '' }: Pick<Failure, 'Code'>): boolean =>
	/^Invalid(?:Api|Product|Action|Version)\b|^UnsupportedHTTPMethod/.test(Code);

/** GetJob takes nothing but an id: where the service itself, by a Code, finds fault with the request, it is with the id. */
export const isAboutTheId = (failure: Failure | undefined): boolean =>
	failure?.kind === 'bad-request' && failure.Code !== undefined && !isOfWrongHost(failure);
