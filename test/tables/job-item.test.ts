import { expect, test } from 'vitest';
import { boundDepth } from '../../source/model/json.ts';
import { read, type Schema } from '../../source/model/schema.ts';
import { jobItem } from '../../source/tables/job-item.ts';
import documented from '../fixtures/jobitem.fields.json' with { type: 'json' };
import sample from '../fixtures/listjobs.sample.json' with { type: 'json' };

type Node = {
	readonly type: string;
	readonly recursive?: boolean;
	readonly fields?: { readonly [name: string]: Node };
	readonly items?: Node;
	readonly values?: Node;
};

const documentedRows = (node: Node, path: string): readonly string[] => [
	`${path}: ${node.recursive === true ? 'itself' : node.type}`,
	...Object.entries(node.fields ?? {}).flatMap(([name, child]) => documentedRows(child, `${path}.${name}`)),
	...(node.items === undefined ? [] : documentedRows(node.items, `${path}[]`)),
	...(node.values === undefined ? [] : documentedRows(node.values, `${path}{}`)),
];

const typeNames = { text: 'string', number: 'number', flag: 'boolean', any: 'any' } as const;

const schemaRows = (schema: Schema, path: string): readonly string[] => {
	switch (schema.kind) {
		case 'object':
			return [
				`${path}: object`,
				...[...schema.fields].flatMap(([name, child]) => schemaRows(child, `${path}.${name}`)),
			];
		case 'list':
			return [`${path}: array`, ...schemaRows(schema.of, `${path}[]`)];
		case 'map':
			return [`${path}: map`, ...schemaRows(schema.of, `${path}{}`)];
		case 'itself':
			return [`${path}: itself`];
		default:
			return [`${path}: ${typeNames[schema.kind]}`];
	}
};

const parsed: Node = documented.tree;

test('the item has every documented field with its type, and no other', () => {
	const rows = [...schemaRows(jobItem, 'JobItem')].sort();
	expect(rows).toEqual([...documentedRows(parsed, 'JobItem')].sort());
	expect(rows.length).toBeGreaterThan(320);
});

test('the pods of a pod are pods', () => {
	const deep = { Pods: [{ PodId: 'a', HistoryPods: [{ HistoryPods: [{ Ip: 7, HistoryPods: { PodUid: [] } }] }] }] };
	const { value, problems } = read(jobItem, deep);
	expect(value?.Pods?.[0]?.HistoryPods?.[0]?.HistoryPods?.[0]?.Ip).toBe('7');
	expect(problems.map(({ path }) => path)).toEqual(['Pods[0].HistoryPods[0].HistoryPods[0].HistoryPods.PodUid']);
});

test('the sample of the API page is read whole, without a problem, though its VPC is a bare text', () => {
	const { value, problems } = read(jobItem, boundDepth(sample.Jobs[0] ?? null));
	expect(problems).toEqual([]);
	expect(value).toMatchObject({
		UserVpc: { VpcId: 'vpc-1' },
		Settings: { AdvancedSettings: { test: 'test', test2: 1 } },
		Pods: [{ HistoryPods: [{ HistoryPods: [{ PodUid: 'fe846462-af2c-4521-bd6f-96787a57591d', HistoryPods: [] }] }] }],
	});
});
