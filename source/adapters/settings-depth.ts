import { CST } from 'yaml';

type Nested = { readonly token: CST.Token | null | undefined; readonly depth: number };

/** What a token holds, one deeper. */
const below = ({ token, depth }: Nested): readonly Nested[] => {
	if (CST.isCollection(token)) {
		return token.items.flatMap(({ key, value }) => [
			{ token: key, depth: depth + 1 },
			{ token: value, depth: depth + 1 },
		]);
	}
	return token?.type === 'document' ? [{ token: token.value, depth }] : [];
};

/**
 * Where tokens are nested deeper than `deepest`; undefined where nothing is. The package makes documents of tokens by recursion, and a
 * thousandfold one can end the whole process (Node 20 gives up when it has to compile an expression at the end of its stack), so
 * such a text must not get that far.
 */
export const offsetOfDepth = (tokens: readonly CST.Token[], deepest: number): number | undefined => {
	const waiting: Nested[] = tokens.map(token => ({ token, depth: 0 }));
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (next.depth > deepest && next.token) {
			return next.token.offset;
		}
		waiting.push(...below(next));
	}
	return undefined;
};
