import { dirname, join } from 'node:path';
import { type KeptOrder, orderFrom, orderText } from '../model/kept-order.ts';
import type { Environment } from './environment.ts';
import { historyPath } from './history-file.ts';
import { keptFile, readKept } from './kept-file.ts';

/** Where one's own order and grouping are kept, beside the history; undefined without a home. */
export const orderPath = (env: Environment): string | undefined => {
	const history = historyPath(env);
	return history === undefined ? undefined : join(dirname(history), 'order');
};

export const loadOrder = (path: string | undefined): KeptOrder => orderFrom(readKept(path));

export type OrderFile = {
	readonly save: (order: KeptOrder) => void;
	readonly settled: () => Promise<void>;
};

export const createOrderFile = (path: string | undefined): OrderFile => {
	const { save, settled } = keptFile(path);
	return { save: order => save(orderText(order)), settled };
};
