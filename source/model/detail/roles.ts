import { statusOf } from '../../tables/statuses.ts';
import { readTime } from '../../text/sent-time.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type DetailLine, fieldLine, type TableRow } from './line.ts';
import { fieldsOf, type SectionInput } from './section-input.ts';
import { type TableWishes, tableLines } from './table.ts';
import { shortDay, shortTime, timeOfDay } from './times.ts';
import { element, textOf, timeOf, tree } from './tree.ts';

/** A list of the service; a lone object stands for a list of one. */
const listOf = (value: Json | undefined): readonly Json[] =>
	isJsonArray(value) ? value : isJsonObject(value) ? [value] : [];

const part = (object: JsonObject, name: string): JsonObject => {
	const value = object[name];
	return isJsonObject(value) ? value : {};
};
const spot = (spec: JsonObject): string =>
	[spec.UseSpotInstance === true ? 'spot' : '', textOf(part(spec, 'SpotSpec').SpotStrategy)]
		.filter(word => word !== '')
		.join(' ');

const roleTitles = ['ROLE', 'PODS', 'GPU', 'GPU TYPE', 'CPU', 'MEMORY', 'SHARED', 'ECS SPEC', 'SPOT', 'NODES', 'IMAGE'];

/** Of an image nothing is told by fewer cells than these, and it is long: the short facts of a role are not cut for it. */
const roleWishes: TableWishes = { yield: ['IMAGE'], least: { IMAGE: 24 }, paths: ['IMAGE'] };

const roleRow = (spec: JsonObject): TableRow => {
	const resources = part(spec, 'ResourceConfig');
	return {
		cells: [
			textOf(spec.Type),
			textOf(spec.PodCount),
			textOf(resources.GPU),
			textOf(resources.GPUType),
			textOf(resources.CPU),
			textOf(resources.Memory),
			textOf(resources.SharedMemory),
			textOf(spec.EcsSpec),
			spot(spec),
			textOf(part(spec, 'AssignNodeSpec').NodeNames),
			textOf(spec.Image),
		],
	};
};

const podTitles = ['POD', 'STATUS', 'NODE', 'IP', 'STARTED', 'FINISHED', 'CREATED'];

/** What is told of a pod but cannot be cut: the end of a time is what tells it from another, and of an id too. CREATED says the least. */
const podWishes: TableWishes = { firm: ['POD', 'STARTED', 'FINISHED', 'CREATED'], yield: ['CREATED'] };

/** A pod with those that stood in its place before, each with how deep it stands below the newest. */
const runsOf = (pod: Json, depth = 0): readonly { readonly pod: JsonObject; readonly depth: number }[] =>
	isJsonObject(pod) ? [{ pod, depth }, ...listOf(pod.HistoryPods).flatMap(former => runsOf(former, depth + 1))] : [];

const timesOf = ({ GmtStartTime, GmtFinishTime, GmtCreateTime }: JsonObject): readonly (Json | undefined)[] => [
	GmtStartTime,
	GmtFinishTime,
	GmtCreateTime,
];

const podRow = (pod: JsonObject, depth: number, timeText: (ms: number) => string): TableRow => {
	const PodId = textOf(pod.PodId);
	return {
		cells: [
			`${depth === 0 ? '' : `${'  '.repeat(depth - 1)}└ `}${PodId}`,
			[textOf(pod.Status), textOf(pod.SubStatus)].filter(word => word !== '' && word !== 'Normal').join(' '),
			textOf(pod.NodeName),
			textOf(pod.Ip) || textOf(pod.PodIp),
			...timesOf(pod).map(value => timeOf(value, timeText)),
		],
		...(PodId === '' ? {} : { pick: { kind: 'pod', PodId, PodUid: textOf(pod.PodUid) } }),
	};
};

const urgency = (pod: Json): number => {
	const status = isJsonObject(pod) ? statusOf(textOf(pod.Status)) : undefined;
	return status?.failed === true ? 0 : 1;
};

const failedFirst = (pods: readonly Json[]): readonly Json[] => pods.toSorted((a, b) => urgency(a) - urgency(b));

const heading = (title: string, words: string): DetailLine => fieldLine(0, title, words, { tone: 'branch' });

/** The pods, failed ones first. Where all times are of one day, the heading has the day. */
const podsLines = (pods: readonly Json[], width: number): readonly DetailLine[] => {
	const runs = failedFirst(pods).flatMap(pod => runsOf(pod));
	const times = runs.flatMap(({ pod }) => timesOf(pod).flatMap(value => readTime(value) ?? []));
	const [day, ...otherDays] = new Set(times.map(shortDay));
	const isOneDay = day !== undefined && otherDays.length === 0;
	const rows = runs.map(({ pod, depth }) => podRow(pod, depth, isOneDay ? timeOfDay : shortTime));
	return [
		heading('Pods', isOneDay ? `${pods.length} · times of ${day}` : `${pods.length}`),
		...tableLines(podTitles, rows, width, podWishes),
	];
};

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
	return [
		heading('Roles', `${roles.length}`),
		...tableLines(roleTitles, roles.map(roleRow), input.width, roleWishes),
		...podsLines(listOf(Pods), input.width),
		...everyField('NodeNames', NodeNames),
		...everyField('JobReplicaStatuses', JobReplicaStatuses),
		...everyField('JobSpecs', JobSpecs),
		...everyField('Pods', Pods),
	];
};
