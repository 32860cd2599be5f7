import { type Result, success } from '../model/failure.ts';
import type { Filter, FilterContext, Predicate } from './filter.ts';
import type { SimulatedJob } from './job.ts';
import { phaseAt } from './life.ts';
import { commaList, contains, hasWords } from './matching.ts';
import { numericRange, timeWindow } from './ranges.ts';
import { choice, flag, type Parameters, type Reading, text, textMap } from './readers.ts';
import type { Refusal } from './refusal.ts';
import { scope } from './scope.ts';
import type { Spec } from './spec.ts';

const when = <Value>(reading: Reading<Value>, test: (value: Value) => Predicate): Reading<Predicate> =>
	reading.ok ? success(reading.value === undefined ? undefined : test(reading.value)) : reading;

const equal =
	(name: string, of: (spec: Spec) => string, longest?: number): Filter =>
	parameters =>
		when(
			text(parameters, name, longest),
			wanted =>
				({ spec }) =>
					of(spec) === wanted,
		);

const fuzzy =
	(name: string, of: (spec: Spec) => string): Filter =>
	parameters =>
		when(
			text(parameters, name),
			wanted =>
				({ spec }) =>
					contains(of(spec), wanted),
		);

const search =
	(name: string, of: (job: SimulatedJob, now: number) => string): Filter =>
	parameters =>
		when(text(parameters, name), wanted => (job, now) => hasWords(of(job, now), wanted));

const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** `JobId` goes before `JobIds`. */
const ids: Filter = (parameters, { disputed: { fuzzyJobId } }) =>
	parameters.has('JobId')
		? when(
				text(parameters, 'JobId'),
				wanted =>
					({ spec }) =>
						(fuzzyJobId ? contains : sameId)(spec.JobId, wanted),
			)
		: when(text(parameters, 'JobIds', 8_192), wanted => {
				const known = new Set(commaList(wanted.toLowerCase()));
				return ({ spec }) => known.has(spec.JobId.toLowerCase());
			});

const status: Filter = (parameters, { disputed: { commaStatus } }) =>
	when(text(parameters, 'Status', 200), wanted => {
		const known = new Set(commaStatus ? commaList(wanted) : [wanted]);
		return ({ life }, now) => known.has(phaseAt(life, now).Status);
	});

const oversoldValues = [
	'ForbiddenQuotaOverSold',
	'ForceQuotaOverSold',
	'AcceptQuotaOverSold-true',
	'AcceptQuotaOverSold-false',
] as const;

const oversold: Filter = parameters =>
	when(choice(parameters, 'OversoldInfo', oversoldValues), wanted => {
		const [type, used] = wanted.split('-');
		return ({ spec }) =>
			spec.OversoldType === type && (used === undefined || String(spec.UseOversoldResource) === used);
	});

const tags: Filter = parameters =>
	when(textMap(parameters, 'Tags'), wanted => ({ spec }) => {
		const there = new Map(Object.entries(spec.Tags));
		return Object.entries(wanted).every(([name, value]) => there.get(name) === value);
	});

const quotaId = (spec: Spec): string => spec.quota?.ResourceId ?? '';

const filters: readonly Filter[] = [
	scope,
	timeWindow,
	numericRange,
	parameters =>
		when(
			choice(parameters, 'Accessibility', ['PUBLIC', 'PRIVATE']),
			wanted =>
				({ spec }) =>
					spec.Accessibility === wanted,
		),
	equal('BusinessUserId', spec => spec.BusinessUserId),
	equal('Caller', spec => spec.Caller),
	fuzzy('Description', spec => spec.Description),
	fuzzy('DisplayName', spec => spec.DisplayName),
	// Only the default mode is known, and it changes nothing.
	parameters => when(choice(parameters, 'DisplayNameSearchMode', ['wildcard']), () => () => true),
	parameters =>
		when(
			flag(parameters, 'EnableAssignNode'),
			wanted =>
				({ spec }) =>
					spec.EnableAssignNode === wanted,
		),
	search('ImageSearch', ({ spec }) => spec.roles.map(role => role.Image).join(' ')),
	ids,
	equal('JobType', spec => spec.JobType, 32),
	oversold,
	parameters =>
		when(
			choice(parameters, 'PaymentType', ['PrePaid', 'Spot', 'PostPaid']),
			wanted =>
				({ spec }) =>
					spec.PaymentType === wanted,
		),
	equal('PipelineId', spec => spec.PipelineId),
	search('ReasonSearch', ({ life }, now) => {
		const { reason } = phaseAt(life, now);
		return `${reason.ReasonCode} ${reason.ReasonMessage}`;
	}),
	equal('ResourceId', quotaId),
	parameters =>
		when(
			text(parameters, 'ResourceIds'),
			wanted =>
				({ spec }) =>
					commaList(wanted).includes(quotaId(spec)),
		),
	fuzzy('ResourceQuotaName', spec => spec.quota?.ResourceQuotaName ?? ''),
	status,
	tags,
	equal('TemplateId', spec => spec.TemplateId),
	search('UserCommandSearch', ({ spec }) => spec.UserCommand),
	equal('UserIdForFilter', spec => spec.user.UserId),
	fuzzy('Username', spec => spec.user.Username),
];

/** All that the parameters want of a job; the first bad one refuses the request. */
export const predicatesOf = (parameters: Parameters, context: FilterContext): Result<readonly Predicate[], Refusal> => {
	const found: Predicate[] = [];
	for (const filter of filters) {
		const reading = filter(parameters, context);
		if (!reading.ok) {
			return reading;
		}
		if (reading.value !== undefined) {
			found.push(reading.value);
		}
	}
	return success(found);
};
