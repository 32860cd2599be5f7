/** A place in a text, both from 1. */
export type Place = { readonly line: number; readonly column: number };

/** What a settings file holds, with the place of everything: maps, lists and texts, nothing else. */
export type Tree =
	| { readonly kind: 'map'; readonly place: Place; readonly entries: readonly Entry[] }
	| { readonly kind: 'list'; readonly place: Place; readonly items: readonly Tree[] }
	/** A scalar as it was written; numbers and switches are read by who wants one. */
	| { readonly kind: 'text'; readonly place: Place; readonly text: string }
	/** Nothing was written, or `~`. */
	| { readonly kind: 'nothing'; readonly place: Place };

export type Entry = { readonly key: string; readonly place: Place; readonly value: Tree };

/** What is wrong with a settings file, and where. */
export type Misfit = { readonly place: Place; readonly message: string };

/** What a list or a text with commas names, each with its place; undefined where it is a map. */
export const textsOf = (tree: Tree): readonly { readonly text: string; readonly place: Place }[] | undefined => {
	switch (tree.kind) {
		case 'text':
			return tree.text
				.split(',')
				.map(text => text.trim())
				.filter(text => text !== '')
				.map(text => ({ text, place: tree.place }));
		case 'list': {
			const texts = tree.items.flatMap(item => (item.kind === 'text' ? [item] : []));
			return texts.length === tree.items.length ? texts : undefined;
		}
		case 'nothing':
			return [];
		case 'map':
			return undefined;
	}
};
