import { expect, test } from 'vitest';
import { askedQuery } from '../../source/compose/asked-query.ts';
import type { SavedView } from '../../source/tables/views.ts';

const aView: SavedView = {
	name: 'failures',
	key: undefined,
	query: 'status:Failed name:eval',
	sort: undefined,
	group: undefined,
	columns: undefined,
	everything: false,
	problem: undefined,
};

test.each([undefined, aView])('the job of the command line is what is asked for, whatever the view: %j', view => {
	const asked = { parameters: {}, filter: undefined, jobId: 'dlc1k3b7x2m4f9qz' };
	expect(askedQuery(asked, 0, view).name).toBe('dlc1k3b7x2m4f9qz');
});
