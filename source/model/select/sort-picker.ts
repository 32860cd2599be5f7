import { bindingsIn, keyLabel } from '../../tables/keymap.ts';
import { isLocalSortKey, sortKeys } from '../../tables/sort-keys.ts';
import type { Standing } from '../state.ts';

/** The keys of the sort picker that order only what is loaded, each with its word; the last line has those of the service. */
export const localSortWords = ({ listing, settings }: Standing): string => {
	const keys = bindingsIn('sort', settings.keys).flatMap(({ keys: [key = ''], action }) =>
		action.type === 'sort' && isLocalSortKey(action.by) ? [`${keyLabel(key)} ${sortKeys[action.by].word}`] : [],
	);
	return `${listing?.sweep === undefined ? 'here' : 'all'}: ${keys.join('  ')}`;
};
