import { expect, test } from 'vitest';
import { mostInPart, mostParts, nothingTold, wasTold, withTold } from '../../../source/model/watch/told.ts';

const many = Array.from({ length: mostParts * mostInPart }, (_, index) => `dlc${index}`);

test('what was told is remembered up to a bound, the newest ones', () => {
	const full = withTold(nothingTold, many);
	expect(many.filter(id => !wasTold(full, id))).toEqual([]);
	const told = withTold(full, ['dlcnew']);
	expect(told).toHaveLength(mostParts);
	expect(['dlcnew', 'dlc0', `dlc${mostInPart}`].map(id => wasTold(told, id))).toEqual([true, false, true]);
});

test('one more id leaves all but the newest part as it is, since each poll that shows a failure adds some', () => {
	const half = many.slice(0, 2 * mostInPart + 1);
	const before = withTold(nothingTold, half);
	const after = withTold(before, ['dlcnew']);
	expect(before.map((part, at) => part === after[at])).toEqual([true, true, false]);
	expect(wasTold(before, 'dlcnew')).toBe(false);
	expect([...half, 'dlcnew'].filter(id => !wasTold(after, id))).toEqual([]);
});

test('what is known already is not remembered twice', () => {
	const told = withTold(nothingTold, ['dlc0', 'dlc1']);
	expect(withTold(told, [])).toBe(told);
	expect(withTold(told, ['dlc1'])).toBe(told);
});
