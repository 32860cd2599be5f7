import { expect, test } from 'vitest';
import { mostRemembered, withTold } from '../../../source/model/watch/watches.ts';

test('what was told is remembered up to a bound, the newest ones', () => {
	const many = Array.from({ length: mostRemembered }, (_, index) => `dlc${index}`);
	const told = withTold(withTold(new Set(), many), ['dlcnew']);
	expect(told.size).toBe(mostRemembered);
	expect([told.has('dlcnew'), told.has('dlc0'), told.has('dlc1')]).toEqual([true, false, true]);
	expect(withTold(told, [])).toBe(told);
});
