import { statusOf } from '../../tables/statuses.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type DetailLine, fieldLine, type TableRow } from './line.ts';
import { fieldsOf, type SectionInput } from './section-input.ts';
import { tableLines } from './table.ts';
import { readTime, shortTime } from './times.ts';
import { element, isScalar, scalarText, tree } from './tree.ts';

/** A list of the service; a lone object stands for a list of one. */
const listOf = (value: Json | undefined): readonly Json[] =>
	isJsonArray(value) ? value : isJsonObject(value) ? [value] : [];

const text = (value: Json | undefined): string =>
	isScalar(value) && value !== null && value !== '' ? scalarText(value) : '';
const part = (object: JsonObject, name: string): JsonObject => {
	const value = object[name];
	return isJsonObject(value) ? value : {};
};
const time = (value: Json | undefined): string => {
	const ms = readTime(value);
	return ms === undefined ? text(value) : shortTime(ms);
};

const spot = (spec: JsonObject): string =>
	[spec.UseSpotInstance === true ? 'spot' : '', text(part(spec, 'SpotSpec').SpotStrategy)]
		.filter(word => word !== '')
		.join(' ');

const roleTitles = ['ROLE', 'PODS', 'GPU', 'GPU TYPE', 'CPU', 'MEMORY', 'SHARED', 'ECS SPEC', 'SPOT', 'NODES', 'IMAGE'];

const roleRow = (spec: JsonObject): TableRow => {
	const resources = part(spec, 'ResourceConfig');
	return {
		cells: [
			text(spec.Type),
			text(spec.PodCount),
			text(resources.GPU),
			text(resources.GPUType),
			text(resources.CPU),
			text(resources.Memory),
			text(resources.SharedMemory),
			text(spec.EcsSpec),
			spot(spec),
			text(part(spec, 'AssignNodeSpec').NodeNames),
			text(spec.Image),
		],
	};
};

const podTitles = ['POD', 'STATUS', 'NODE', 'IP', 'STARTED', 'FINISHED', 'CREATED'];

/** A pod, and below it those that stood in its place before. */
const podRows = (pod: Json, depth: number): readonly TableRow[] => {
	if (!isJsonObject(pod)) {
		return [];
	}
	const PodId = text(pod.PodId);
	const own: TableRow = {
		cells: [
			`${depth === 0 ? '' : `${'  '.repeat(depth - 1)}└ `}${PodId}`,
			[text(pod.Status), text(pod.SubStatus)].filter(word => word !== '' && word !== 'Normal').join(' '),
			text(pod.NodeName),
			text(pod.Ip) || text(pod.PodIp),
			time(pod.GmtStartTime),
			time(pod.GmtFinishTime),
			time(pod.GmtCreateTime),
		],
		...(PodId === '' ? {} : { pick: { kind: 'pod', PodId, PodUid: text(pod.PodUid) } }),
	};
	return [own, ...listOf(pod.HistoryPods).flatMap(former => podRows(former, depth + 1))];
};

const urgency = (pod: Json): number => {
	const status = isJsonObject(pod) ? statusOf(text(pod.Status)) : undefined;
	return status?.failed === true ? 0 : 1;
};

const failedFirst = (pods: readonly Json[]): readonly Json[] => pods.toSorted((a, b) => urgency(a) - urgency(b));

const heading = (title: string, count: number): DetailLine => fieldLine(0, title, `${count}`, { tone: 'branch' });

const everyField = (name: string, value: Json | undefined): readonly DetailLine[] =>
	value === undefined
		? []
		: listOf(value).length === 0
			? tree(0, name, name, value)
			: [
					fieldLine(0, `Every field of ${name}`, '', { tone: 'branch' }),
					...(isJsonArray(value)
						? value.flatMap((item, index) => tree(1, `[${index}]`, element(name, index), item))
						: tree(1, name, name, value)),
				];

/** Roles and pods as tables, failed pods first; then each field of them. */
export const rolesLines = (input: SectionInput): readonly DetailLine[] => {
	const { JobSpecs, Pods, JobReplicaStatuses, NodeNames } = fieldsOf(input);
	const roles = listOf(JobSpecs).filter(isJsonObject);
	const pods = listOf(Pods);
	return [
		heading('Roles', roles.length),
		...tableLines(roleTitles, roles.map(roleRow), input.width),
		heading('Pods', pods.length),
		...tableLines(
			podTitles,
			failedFirst(pods).flatMap(pod => podRows(pod, 0)),
			input.width,
			1,
		),
		...everyField('NodeNames', NodeNames),
		...everyField('JobReplicaStatuses', JobReplicaStatuses),
		...everyField('JobSpecs', JobSpecs),
		...everyField('Pods', Pods),
	];
};
