import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, type KeptOrder, orderFrom, orderText } from '../../source/model/kept-order.ts';
import { groupKeys, isGroupKey } from '../../source/tables/group-keys.ts';
import { isSortKey, sortKeys } from '../../source/tables/sort-keys.ts';
import { aState } from '../support/jobs.ts';

const anyOrder: fc.Arbitrary<KeptOrder> = fc.record({
	sort: fc.option(
		fc.record({
			by: fc.constantFrom(...Object.keys(sortKeys).filter(isSortKey)),
			order: fc.constantFrom('asc' as const, 'desc' as const),
		}),
		{ nil: undefined },
	),
	group: fc.option(fc.constantFrom(...Object.keys(groupKeys).filter(isGroupKey)), { nil: undefined }),
});

test('what is written of an order reads back as the same', () => {
	fc.assert(
		fc.property(anyOrder, order => {
			expect(orderFrom(orderText(order))).toEqual(order);
		}),
	);
});

test('whatever else the file holds is no order', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), text => {
			expect(orderFrom(text)).toEqual({ sort: undefined, group: undefined });
		}),
	);
	expect(orderFrom('sort constructor asc\ngroup toString')).toEqual({ sort: undefined, group: undefined });
	expect(orderFrom('sort gpus down\r\ngroup user\r\n')).toEqual({ sort: undefined, group: 'user' });
});

test('a key of the service becomes the order of the query, one of dlctop that of the rows', () => {
	expect(inOrder(aState(), orderFrom('sort Status asc\ngroup image\n'))).toMatchObject({
		query: { sort: { by: 'Status', order: 'asc' } },
		arrangement: { sort: undefined, group: 'image' },
	});
	expect(inOrder(aState(), orderFrom('sort gpus asc\n'))).toMatchObject({
		query: { sort: { by: 'GmtCreateTime' } },
		arrangement: { sort: { by: 'gpus', order: 'asc' }, group: undefined },
	});
	expect(inOrder(aState(), { sort: undefined, group: undefined })).toEqual(aState());
});
