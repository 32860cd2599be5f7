import type { Effect } from '../model/effect.ts';
import type { Happening } from '../model/event.ts';
import type { JobsApi, Opened, Places } from './ports.ts';

type PlaceEffect = Extract<Effect, { type: 'open-place' | 'use-place' | 'drop-place' | 'ask-names' }>;
type Of<Type extends PlaceEffect['type']> = Extract<PlaceEffect, { type: Type }>;

/** Performs what has to do with going elsewhere. Connections that were opened wait here until they are used or dropped. */
export const createPlaceRunner = (
	places: Places,
	api: Pick<JobsApi, 'listWorkspaces'>,
	send: (happening: Happening) => void,
): ((effect: PlaceEffect) => void) => {
	const opened = new Map<number, Opened>();

	const open = async ({ request, wish }: Of<'open-place'>): Promise<void> => {
		const answer = await places.open(wish);
		if (!answer.ok) {
			send({ type: 'place-refused', request, failure: answer.problem });
			return;
		}
		opened.set(request, answer.value);
		send({ type: 'place-opened', request, place: answer.value.place, profile: answer.value.profile });
	};

	const ask = async ({ request, list }: Of<'ask-names'>): Promise<void> => {
		const answer =
			list === 'profiles' ? await places.profiles() : await api.listWorkspaces(new AbortController().signal);
		send(
			answer.ok
				? { type: 'names-told', request, names: answer.value }
				: { type: 'names-refused', request, failure: answer.problem },
		);
	};

	const take = (request: number): Opened | undefined => {
		const found = opened.get(request);
		opened.delete(request);
		return found;
	};

	return effect => {
		switch (effect.type) {
			case 'open-place':
				void open(effect);
				return;
			case 'use-place':
				take(effect.request)?.use();
				return;
			case 'drop-place':
				take(effect.request)?.drop();
				return;
			case 'ask-names':
				void ask(effect);
		}
	};
};
